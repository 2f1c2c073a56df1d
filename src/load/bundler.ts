import { isBuiltin, SourceMap } from 'node:module'
import { join, relative } from 'node:path'
import type { OnLoadResult, Plugin } from 'esbuild'
import * as esbuild from 'esbuild'
import { cachedMdx } from '../mdx/cached-mdx.ts'
import type { SlideSource } from '../mdx/source.ts'
import { readDeckFolder, realPath, sizeOf } from '../util/files.ts'
import { machineFile, PACKAGES } from '../util/machine.ts'
import { bundlingError } from './deck-errors.ts'
import { NO_EVAL } from './deck-globals.ts'

/** A deck's folder as one script. */
export interface Bundle {
  code: string
  /** The files that went in, relative to the deck's folder. */
  inputs: readonly string[]
  /** Slides that nothing imports: a change of one of them changes nothing else. */
  leaves: ReadonlySet<string>
  /** The files that each of those imports, by how it names them. */
  imports: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** What each of those was compiled to. */
  compiled: ReadonlyMap<string, CompiledSlide>
  /** What was noted about each slide as it was compiled, sorted by file. A file that has not changed keeps its object. */
  sources: ReadonlyMap<string, SlideSource>
}

/** JavaScript with imports; the same object as long as the text is the same. */
export type CompiledSlide = OnLoadResult | null | undefined

/** Bundles one folder, again and again; what has not changed is not read or compiled twice. */
export interface Bundler {
  /** Rejects with InputError for every mistake of syntax and imports. */
  bundle(): Promise<Bundle>
  /** Compiles a slide alone. Rejects when it cannot be read. */
  compile(file: string): Promise<CompiledSlide>
  /** Where the code that was bundled last comes from; undefined when it cannot be bundled again as it was. */
  map(): Promise<SourceMap | undefined>
  /** What was noted about these slides when they were last compiled. */
  sources(files: readonly string[]): ReadonlyMap<string, SlideSource>
  dispose(): Promise<void>
}

const ENTRY = 'countdown:entry'

/** Makes the bundler of a deck's folder. */
export function createBundler(folder: string): Bundler {
  const mdx = cachedMdx(folder)
  let context: Promise<esbuild.BuildContext<ReturnType<typeof optionsFor>>> | undefined
  /** What slides imported when they were last bundled. */
  let imported: readonly string[] = []
  /** What was bundled last, and with which of those. */
  let last: { code: string; imported: readonly string[] } | undefined

  async function bundle(): Promise<Bundle> {
    const slides = readDeckFolder(folder)
    const given = imported
    context ??= esbuild.context(optionsFor(folder, mdx.plugin, () => imported))
    try {
      const { outputFiles, metafile } = await (await context).rebuild()
      const inputs = Object.keys(metafile.inputs).filter((path) => path !== ENTRY)
      const leaves = leavesOf(slides, metafile)
      const imports = new Map([...leaves].map((file) => [file, importsOf(file, metafile)]))
      imported = [...new Set([...imports.values()].flatMap((found) => [...found.values()]))].sort()
      const compiled = new Map([...leaves].map((file) => [file, mdx.last(join(folder, file))]))
      const code = outputFiles[0]?.text ?? ''
      last = { code, imported: given }
      return { code, inputs, leaves, imports, compiled, sources: mdx.sources(inputs) }
    } catch (error) {
      // A file that slides no longer import may have gone.
      if (imported.length > 0 && isEntrys(error)) {
        imported = []
        return bundle()
      }
      throw bundlingError(error, mdx.sources(slides))
    }
  }

  /** Made only when something has failed: with each bundle it would take a third more time. */
  async function map(): Promise<SourceMap | undefined> {
    const options = { ...optionsFor(folder, mdx.plugin, () => last?.imported ?? []), sourcemap: 'external' } as const
    const { outputFiles } = await esbuild.build({ ...options, sourcesContent: false }).catch(() => ({ outputFiles: [] }))
    const [written, code] = outputFiles.map(({ text }) => text)
    return written !== undefined && code === last?.code ? new SourceMap(JSON.parse(written)) : undefined
  }

  return {
    bundle,
    map,
    compile: (file) => mdx.load(join(folder, file)),
    sources: mdx.sources,
    dispose: async () => (await context)?.dispose(),
  }
}

function optionsFor(folder: string, mdx: esbuild.Plugin, imported: () => readonly string[]) {
  return {
    entryPoints: [ENTRY],
    absWorkingDir: folder,
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.csv': 'text' },
    define: { eval: NO_EVAL },
    nodePaths: PACKAGES,
    logLevel: 'silent',
    outfile: 'deck.cjs',
    plugins: [entryModule(folder, imported), ownLinks(folder), machineModules, onlyFilesOfTheDeck, mdx],
  } as const satisfies esbuild.BuildOptions
}

/** The entry names every slide there is at the time, and what they import. */
function entryModule(folder: string, imported: () => readonly string[]): esbuild.Plugin {
  return {
    name: 'entry',
    setup(build) {
      build.onResolve({ filter: /^countdown:entry$/ }, () => ({ path: 'entry', namespace: 'countdown' }))
      build.onLoad({ filter: /^entry$/, namespace: 'countdown' }, () => ({
        contents: entry(readDeckFolder(folder), imported()),
        resolveDir: folder,
        loader: 'js',
      }))
    },
  }
}

/** Each MDX file is evaluated on demand, so that one that throws does not take the others with it. */
function entry(slides: readonly string[], imported: readonly string[]): string {
  const required = (file: string) => `  ${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)}),`
  return [
    `import * as story from './slides/deck.ts'`,
    // Not by name: a file without a default export is for the check of the deck to tell.
    `export const deck = story.default`,
    `export * as guard from 'countdown:guard'`,
    `export { h } from 'preact'`,
    `export { renderToString } from 'preact-render-to-string'`,
    `export const slides = {`,
    ...slides.map(required),
    '}',
    'export const modules = {',
    ...imported.map(required),
    '}',
  ].join('\n')
}

/** Modules of the machine that a deck imports by name, wherever the deck's folder is. */
const MODULES: Readonly<Record<string, string>> = {
  'countdown:guard': machineFile('src/mdx/guard.ts'),
  'countdown-story': machineFile('src/index.ts'),
  'countdown-story/components': machineFile('src/kit/components/index.ts'),
  'countdown-story/charts': machineFile('src/kit/charts/index.ts'),
  'countdown-story/jsx-runtime': machineFile('src/kit/jsx-runtime.ts'),
}

const machineModules: esbuild.Plugin = {
  name: 'machine',
  setup(build) {
    build.onResolve({ filter: /^countdown/ }, ({ path }) =>
      Object.hasOwn(MODULES, path) ? { path: MODULES[path] ?? path } : undefined,
    )
  },
}

/** In bytes. A table of so many cannot be told, and several times its size would be needed to read it. */
const MOST_DATA = 20e6

/**
 * A deck is made from its folder alone; what Node can do would make it another one elsewhere. esbuild would leave an address to
 * whoever runs the code, and put a style sheet where nobody looks for it.
 */
const onlyFilesOfTheDeck: esbuild.Plugin = {
  name: 'only files of the deck',
  setup(build) {
    const refuse = (found: string, expected: string) => ({ errors: [{ text: `found ${found}, expected ${expected}` }] })
    build.onResolve({ filter: /^(?:node:)?[a-z_]+(?:\/[a-z_]+)?$/ }, ({ path }) =>
      isBuiltin(path) ? refuse(`the module \`${path}\` of Node`, 'files of the deck: import data as .csv or .json') : undefined,
    )
    build.onResolve({ filter: /\.css$/ }, ({ path }) =>
      refuse(
        `the style sheet \`${path}\``,
        'files of the deck: .ts, .tsx, .mdx, .csv or .json; rules for a look are in slides/style.css',
      ),
    )
    build.onResolve({ filter: /^(?:https?:)?\/\// }, ({ path }) =>
      refuse(`the address \`${path}\``, 'files of the deck: a build requests nothing from elsewhere'),
    )
    build.onLoad({ filter: /(?:\.(?:csv|json|mdx)|[/\\][^./\\]+)$/ }, ({ path }) => {
      const size = sizeOf(path)
      if (size <= MOST_DATA) return undefined
      const text =
        size === Infinity
          ? 'found no file but a pipe or a device, expected a file'
          : `found ${Math.round(size / 1e6)} MB, expected at most ${MOST_DATA / 1e6} MB; keep the rows and columns that are told`
      return { errors: [{ text, location: { file: relative(build.initialOptions.absWorkingDir ?? '', path), line: 1 } }] }
    })
  },
}

function importsOf(file: string, { inputs }: esbuild.Metafile): Map<string, string> {
  const found = inputs[file]?.imports ?? []
  return new Map(found.flatMap(({ original, path, external }) => (original && !external ? [[original, path]] : [])))
}

/** Whether bundling failed at a module that only the entry names. */
function isEntrys(error: unknown): boolean {
  const errors: readonly esbuild.Message[] =
    error instanceof Error && 'errors' in error && Array.isArray(error.errors) ? error.errors : []
  return errors.some(({ location }) => location?.file === ENTRY)
}

function leavesOf(slides: readonly string[], { inputs }: esbuild.Metafile): Set<string> {
  const imported = new Set(
    Object.entries(inputs).flatMap(([path, { imports }]) => (path === ENTRY ? [] : imports.map((found) => found.path))),
  )
  return new Set(slides.filter((file) => !imported.has(file)))
}

/** A file that the deck holds by a link is a file of the deck: it is named, and imports others, from where the link lies. `folder` has none in its path. */
function ownLinks(folder: string): Plugin {
  return {
    name: 'own links',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
        const file = join(resolveDir, path)
        return file.startsWith(folder) && ![undefined, file].includes(realPath(file)) ? { path: file } : undefined
      })
    },
  }
}
