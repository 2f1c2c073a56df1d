import { unusualLetters } from '../fonts/letters.ts'
import type { FontLibrary } from '../fonts/library.ts'
import type { Script } from '../fonts/scripts.ts'
import type { SlideSource } from '../mdx/source.ts'
import { fileOf } from '../story/file-of.ts'
import type { Diagnostic, Location } from '../util/diagnostic.ts'
import type { ShownText } from './story-texts.ts'

/** At most so many letters are shown. */
const MOST_LETTERS = 8

/** Letters of one script that no font has, and who tells them. */
interface Gap {
  script: Script | undefined
  letters: Set<string>
  tellers: ShownText[]
}

/** Words for letters that no font has: one diagnostic a script, where it is first told. */
export function missingLetters(
  missing: ReadonlySet<string>,
  told: readonly ShownText[],
  library: FontLibrary,
  sources: ReadonlyMap<string, SlideSource>,
): Diagnostic[] {
  const gaps = new Map<string | undefined, Gap>()
  for (const teller of missing.size === 0 ? [] : told) {
    for (const letter of [...teller.texts, ...(teller.formulas ?? [])]
      .flatMap(unusualLetters)
      .filter((each) => missing.has(each))) {
      const script = library.scriptOf(letter)
      const gap = gaps.get(script?.name) ?? { script, letters: new Set(), tellers: [] }
      gaps.set(script?.name, gap)
      gap.letters.add(letter)
      if (gap.tellers.at(-1) !== teller) gap.tellers.push(teller)
    }
  }
  return [...gaps.values()].map((gap) => diagnosticOf(gap, sources))
}

function diagnosticOf({ script, letters, tellers }: Gap, sources: ReadonlyMap<string, SlideSource>): Diagnostic {
  const [first, ...others] = tellers
  const kind = script === undefined ? '' : ` (${script.name})`
  const more = others.length > 0 ? `, also in ${others.length} other ${others.length === 1 ? 'place' : 'places'}` : ''
  const part = first?.part === undefined ? '' : `${first.part}: `
  const message = `${part}found ${listed(letters)}${kind}${more}, expected letters that a font of the story has; ${remedy(script)}`
  return { location: locationOf(first, letters, sources), message }
}

function listed(letters: ReadonlySet<string>): string {
  const named = [...letters].slice(0, MOST_LETTERS).map((letter) => `\`${letter}\``)
  return `${named.join(', ')}${letters.size > MOST_LETTERS ? `, … (${letters.size})` : ''}`
}

function remedy(script: Script | undefined): string {
  const own = 'name a font file that has them in `fonts` of slides/deck.ts'
  return script ? `run \`npm install @fontsource/${script.packages[0]}\`, or ${own}` : own
}

function locationOf(
  first: ShownText | undefined,
  letters: ReadonlySet<string>,
  sources: ReadonlyMap<string, SlideSource>,
): Location {
  if (!first?.slide) return { file: first?.file ?? 'slides/deck.ts' }
  const { slide } = first
  const text = sources.get(slide.file ?? '')?.text.normalize('NFC') ?? ''
  const at = Math.min(...[...letters].map((letter) => text.indexOf(letter)).filter((index) => index >= 0))
  if (!Number.isFinite(at)) return { file: fileOf(slide) }
  const before = text.slice(0, at).split('\n')
  return { file: fileOf(slide), line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
