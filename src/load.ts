import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import mdx from '@mdx-js/esbuild'
import * as esbuild from 'esbuild'
import type { FunctionComponent, VNode } from 'preact'
import remarkFrontmatter from 'remark-frontmatter'
import type { Deck } from './deck.ts'
import { hashFiles, readDeckFolder } from './files.ts'
import type * as guard from './mdx/guard.ts'
import { remarkSlide } from './mdx/remark-slide.ts'
import type { SlideSource } from './mdx/source.ts'
import { InputError, type Place, type Problem } from './problem.ts'

/** The props of a compiled MDX file. */
export interface MdxProps {
  components: Record<string, unknown>
}

/** A deck's folder, bundled and evaluated; nothing of it is rendered yet. */
export interface LoadedDeck {
  deck: Deck
  /** Compiled slides by file, relative to the deck's folder; evaluated at the call. */
  slides: Record<string, () => { default: FunctionComponent<MdxProps> }>
  sources: ReadonlyMap<string, SlideSource>
  /** SHA-256 over every file that went into the deck, by path and content. */
  inputHash: string
  guard: typeof guard
  h: typeof import('preact')['h']
  renderToString: (node: VNode) => string
}

const HERE = fileURLToPath(new URL('.', import.meta.url))

/**
 * Bundles `slides/deck.ts`, every MDX file and all they import, and evaluates the bundle.
 * Throws InputError with every problem of syntax, imports and data.
 */
export async function loadDeck(folder: string): Promise<LoadedDeck> {
  const files = readDeckFolder(folder)
  const sources = new Map<string, SlideSource>()
  const { code, inputs } = await bundle(folder, entry(files), sources)
  return { ...evaluate(code, folder), sources: sorted(sources), inputHash: hashFiles(folder, inputs) }
}

/** Files are compiled side by side; what is said of them must not depend on which is done first. */
function sorted(sources: ReadonlyMap<string, SlideSource>): Map<string, SlideSource> {
  return new Map([...sources].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Each MDX file is evaluated on demand, so that one that throws does not take the others with it. */
function entry(slides: readonly string[]): string {
  return [
    `export { default as deck } from './slides/deck.ts'`,
    `export * as guard from 'countdown:guard'`,
    `export { h } from 'preact'`,
    `export { renderToString } from 'preact-render-to-string'`,
    `export const slides = {`,
    ...slides.map((file) => `  ${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)}),`),
    '}',
  ].join('\n')
}

interface Bundle {
  code: string
  /** The files that went in, relative to the deck's folder. */
  inputs: string[]
}

async function bundle(folder: string, contents: string, sources: Map<string, SlideSource>): Promise<Bundle> {
  const begin = (path: string): SlideSource => {
    const file = relative(folder, path)
    const source: SlideSource = { file, frontmatter: {}, components: [], problems: [] }
    sources.set(file, source)
    return source
  }
  try {
    const result = await esbuild.build({
      stdin: { contents, resolveDir: folder, sourcefile: 'countdown:entry', loader: 'js' },
      absWorkingDir: folder,
      bundle: true,
      write: false,
      metafile: true,
      format: 'cjs',
      platform: 'node',
      target: 'node24',
      sourcemap: 'inline',
      sourcesContent: false,
      jsx: 'automatic',
      jsxImportSource: 'preact',
      loader: { '.csv': 'text' },
      nodePaths: [join(HERE, '..', 'node_modules')],
      logLevel: 'silent',
      outfile: 'deck.cjs',
      plugins: [machineModules, mdx({ jsxImportSource: 'preact', remarkPlugins: [remarkFrontmatter, [remarkSlide, { begin }]] })],
    })
    const inputs = Object.keys(result.metafile.inputs).filter((path) => path !== 'countdown:entry')
    return { code: result.outputFiles[0]?.text ?? '', inputs }
  } catch (error) {
    throw bundlingError(error, sources)
  }
}

/** Modules of the machine that a deck imports by name, wherever the deck's folder is. */
const MODULES: Readonly<Record<string, string>> = {
  'countdown:guard': join(HERE, 'mdx', 'guard.ts'),
  'countdown-story': join(HERE, 'index.ts'),
  'countdown-story/components': join(HERE, '..', 'components', 'index.ts'),
}

const machineModules: esbuild.Plugin = {
  name: 'machine',
  setup(build) {
    build.onResolve({ filter: /^countdown/ }, ({ path }) =>
      Object.hasOwn(MODULES, path) ? { path: MODULES[path] ?? path } : undefined,
    )
  },
}

/** esbuild reports columns from 0; MDX puts some positions only into the text. */
function bundlingError(error: unknown, sources: ReadonlyMap<string, SlideSource>): unknown {
  if (!(error instanceof Error && 'errors' in error && Array.isArray(error.errors))) return error
  const problems = (error.errors as esbuild.Message[]).map(({ text, location, notes }): Problem => {
    const message = [text, ...notes.map((note) => note.text)]
      .filter((part) => !part.startsWith('The plugin '))
      .map(withoutFrame)
      .join('; ')
    return location ? { place: placeOf(location, message), message } : { message }
  })
  return new InputError([...problems, ...[...sources.values()].flatMap((source) => source.problems)])
}

/** MDX's message without the sentence and the position around it. */
function withoutFrame(message: string): string {
  return message.replace(/^Cannot process MDX file with esbuild:\s*(?:\d+:\d+(?:-\d+:\d+)?: )?/, '').replaceAll('\n', ' ')
}

function placeOf({ file, line, column }: esbuild.Location, message: string): Place {
  const inText = line === 0 || (line === 1 && column === 0) ? /\((\d+):(\d+)-\d+:\d+\)/.exec(message) : null
  return inText ? { file, line: Number(inText[1]), column: Number(inText[2]) } : { file, line, column: column + 1 }
}

function evaluate(code: string, folder: string): Omit<LoadedDeck, 'sources' | 'inputHash'> {
  const module: { exports: unknown } = { exports: {} }
  const run = new Script(`(function (module, exports, require) {${code}\n})`, { filename: join(folder, 'deck.cjs') })
  try {
    run.runInThisContext()(module, module.exports, createRequire(join(folder, 'deck.cjs')))
  } catch (error) {
    throw asInputError(error)
  }
  return module.exports as Omit<LoadedDeck, 'sources' | 'inputHash'>
}

/** The bundle has its own copy of the InputError class, so it is known by its name. */
function asInputError(error: unknown): unknown {
  if (error instanceof Error && error.name === 'InputError' && 'problems' in error)
    return new InputError(error.problems as Problem[])
  return error
}
