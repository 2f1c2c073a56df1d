import type * as esbuild from 'esbuild'
import { type Diagnostic, InputError, type Location, shown } from '../util/diagnostic.ts'

/** Browsers of the last two years: they know `light-dark()` and `dialog`. */
export const TARGETS = ['chrome123', 'firefox120', 'safari17.5']

/** What esbuild returns, or what it throws. */
type Told = Partial<Pick<esbuild.BuildResult, 'errors' | 'warnings'>>

/**
 * Everything that is wrong with style sheets, as an InputError; undefined when nothing is. What esbuild only warns of counts: a
 * browser would pass over the rule in silence. Files are relative to the folder that esbuild worked in. Mistakes in scripts and
 * packages are not the author's, and then nothing is said here.
 */
export function styleDiagnostics({ errors = [], warnings = [] }: Told): InputError | undefined {
  if (!errors.every(isOfStyles)) return undefined
  const diagnostics = [...errors, ...warnings.filter(isOfStyles)].map(diagnosticOf)
  // Several pages are made from the same style sheets.
  const once = [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()]
  return once.length > 0 ? new InputError(once) : undefined
}

/** A style sheet asks no other site for anything; the page's policy would refuse it without a word. */
export const nothingFromElsewhere: esbuild.Plugin = {
  name: 'nothing from elsewhere',
  setup(build) {
    build.onResolve({ filter: /^(?:https?:)?\/\// }, ({ path, kind }) => {
      if (kind !== 'url-token' && kind !== 'import-rule') return undefined
      return { errors: [{ text: `found the address ${shown(path)}, expected a file: pages request nothing from elsewhere` }] }
    })
  },
}

function isOfStyles({ location }: esbuild.Message): boolean {
  return location?.file.endsWith('.css') === true && !/(?:^|\/)node_modules\//.test(location.file)
}

function diagnosticOf({ text, location, notes }: esbuild.Message): Diagnostic {
  // Of what is never closed, the location where it opens helps; the end of the file does not.
  const opening = notes.find((note) => / is here:$| starts here:$/.test(note.text))?.location
  const at = opening ?? location
  return { ...(at && { location: locationOf(at) }), message: inOurVoice(text, at, notes) }
}

/** esbuild reports columns from 0. */
function locationOf({ file, line, column }: esbuild.Location): Location {
  return { file, line, column: column + 1 }
}

/** What esbuild says, and what is said instead; `$1` is what stood between its brackets. */
const VOICE: readonly [RegExp, string][] = [
  [/^Could not resolve "(.+)"$/, 'found no file or package `$1`; correct its name'],
  [/^No loader is configured for .* files: (.+)$/, 'found `$1`, expected what a style sheet can load: .css or .woff2'],
  [/^All "@import" rules must come first$/, 'found `@import` after other rules, where it does nothing; move it to the top'],
  [/^Expected "[})\]]" to go with "(.)"$/, 'found `$1` that nothing closes; close it'],
  [/^Expected "\)" to end URL token$/, 'found `(` that nothing closes; close it'],
  [/^Expected "\*\/" to terminate multi-line comment$/, 'found `/*` that nothing closes; close it with `*/`'],
  [/^Unexpected "(.)"$/, 'found `$1` where none belongs; remove it, or open what it closes'],
  [/^Comments in CSS use .*$/, 'found a comment after `//`, which is none in CSS; write it between `/*` and `*/`'],
  [/^"(.+)" is not a known CSS property$/, 'found `$1`, expected a property of CSS'],
]

function inOurVoice(text: string, at: esbuild.Location | null, notes: readonly esbuild.Note[]): string {
  const [pattern, ours] = VOICE.find(([known]) => known.test(text)) ?? []
  const suggestion = at?.suggestion ? `; did you mean \`${at.suggestion}\`?` : ''
  if (pattern && ours !== undefined) return text.replace(pattern, ours) + (ours.includes('property of CSS') ? suggestion : '')
  if (text.startsWith('found ')) return text
  const rest = notes.filter((note) => !note.text.startsWith('The plugin ')).map((note) => note.text)
  return ['found CSS that cannot be read', text, ...rest].join('; ')
}
