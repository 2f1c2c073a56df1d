import * as esbuild from 'esbuild'
import { styleDiagnostics, TARGETS } from '../outputs/style-diagnostics.ts'
import { findPicture } from '../pictures/find-picture.ts'
import { type Diagnostic, InputError, locationIn } from '../util/diagnostic.ts'
import { readBytes } from '../util/files.ts'

/** A deck's own style sheet, relative to its folder. */
export const STYLE_FILE = 'slides/style.css'

/** What a deck's own style sheet says. */
export interface DeckStyle {
  /** Its rules as every page takes them, with its pictures inside; undefined where there are none. */
  css?: string
  /** The files that it is made from, missing ones too, relative to the deck's folder. */
  files: readonly string[]
  diagnostics: readonly Diagnostic[]
}

/** Reads and checks `slides/style.css` of a deck's folder, which need not be there. */
export async function readDeckStyle(folder: string): Promise<DeckStyle> {
  const files = [STYLE_FILE]
  const contents = readBytes(`${folder}/${STYLE_FILE}`)
  if (contents === undefined) return { files, diagnostics: [] }
  const text = new TextDecoder().decode(contents)
  return { ...(await checked(folder, text, (file) => files.push(file))), files }
}

/** The rules of a deck's theme, checked in the same way; what is wrong is told of the deck that names it. */
export async function readThemeStyle(folder: string, css = ''): Promise<Omit<DeckStyle, 'files'>> {
  if (css === '') return { diagnostics: [] }
  const style = await checked(folder, css, () => {})
  const diagnostics = style.diagnostics.map(({ location, message }) => ({
    location: { file: 'slides/deck.ts' },
    message: `theme.css, line ${location?.line ?? 1}: ${message}`,
  }))
  return { ...style, diagnostics }
}

async function checked(folder: string, text: string, note: (file: string) => void): Promise<Omit<DeckStyle, 'files'>> {
  try {
    const css = await bundle(folder, text, note)
    return { ...(css !== '' && { css }), diagnostics: unloadable(text) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { diagnostics: error.diagnostics }
  }
}

/** Rejects with InputError for every mistake in it. */
async function bundle(folder: string, contents: string, note: (file: string) => void): Promise<string> {
  const built = await esbuild
    .build({
      absWorkingDir: folder,
      stdin: { contents, loader: 'css', sourcefile: 'style.css', resolveDir: `${folder}/slides` },
      bundle: true,
      write: false,
      minify: true,
      target: TARGETS,
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
      plugins: [picturesOf(folder, note)],
    })
    .catch((error: esbuild.BuildFailure) => {
      throw styleDiagnostics(error) ?? error
    })
  const diagnostics = styleDiagnostics(built)
  if (diagnostics) throw diagnostics
  return built.outputFiles[0]?.text.trim() ?? ''
}

/** A deck's style sheet is one file, and shows pictures of the deck, which it carries inside. */
function picturesOf(folder: string, note: (file: string) => void): esbuild.Plugin {
  return {
    name: 'pictures of the deck',
    setup(build) {
      build.onResolve({ filter: /./ }, ({ path, kind }) => {
        if (kind === 'entry-point' || /^(?:data:image\/|#)/.test(path)) return undefined
        if (kind === 'import-rule')
          return { errors: [{ text: `found \`@import\`, expected rules; write those of \`${path}\` into ${STYLE_FILE}` }] }
        const found = findPicture(folder, 'slides', path)
        if (found.file !== undefined) note(found.file)
        if ('fault' in found) return { errors: [{ text: inVoice(found.fault) }] }
        return { path: `${folder}/${found.file}`, namespace: 'picture', pluginData: found.found.contents }
      })
      build.onLoad({ filter: /./, namespace: 'picture' }, ({ pluginData }) => ({ contents: pluginData, loader: 'dataurl' }))
    },
  }
}

/** What is wrong inside a picture is told with a location of its own. */
function inVoice(fault: string): string {
  return fault.startsWith('found ') ? fault : `found a picture that cannot be shown: ${fault}`
}

/** Addresses that CSS takes without `url()`, which no bundler follows and no page would load. */
const BARE = /\b(?:image-set|src|image)\(\s*["']/g

function unloadable(text: string): Diagnostic[] {
  const rules = text.replace(/\/\*.*?\*\//gs, (comment) => comment.replace(/./g, ' '))
  return [...rules.matchAll(BARE)].map(({ 0: found, index }) => ({
    location: locationIn(STYLE_FILE, text, index),
    message: `found an address in \`${found.replace(/\s/g, '')}\`, expected it in \`url(…)\`; write \`url("picture.png")\``,
  }))
}
