import { hash } from 'node:crypto'
import { dirname, join, relative } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { OnLoadResult, Plugin } from 'esbuild'
import { type Cache, createCache } from '../util/cache.ts'
import { hashFiles, namesIn, readText } from '../util/files.ts'
import { isPackaged, MACHINE } from '../util/machine.ts'
import type { SlideSource } from './source.ts'

interface Compiled {
  text: string
  result: OnLoadResult | null | undefined
}

/**
 * MDX for esbuild, for a deck's folder, which compiles a file again only when its text has changed. What an earlier build has
 * compiled is taken from there.
 */
export function cachedMdx(folder: string, kept: ReturnType<typeof createSlideCache> = createSlideCache()) {
  const compiled = new Map<string, Compiled>()
  const noted = new Map<string, SlideSource>()
  const begin = (path: string): SlideSource => {
    const file = relative(folder, path)
    const source: SlideSource = { file, text: '', frontmatter: {}, components: [], addresses: [], diagnostics: [] }
    noted.set(file, source)
    return source
  }

  /** As an earlier build has compiled it, or anew. */
  async function compile(path: string, text: string): Promise<OnLoadResult | null | undefined> {
    const file = relative(folder, path)
    // A text that MDX cannot read notes nothing; what was noted about the one before it is not true of it.
    noted.delete(file)
    const known = await kept.find(file, text)
    if (known) {
      noted.set(file, known.source)
      return { contents: known.code, loader: 'js', resolveDir: dirname(path) }
    }
    // Loading it takes as long as compiling a dozen slides.
    const { compileSlide } = await import('./compile-slide.ts')
    const result = await compileSlide(path, text, begin)
    const source = noted.get(file)
    // Nobody waits for the disk; what cannot be kept is compiled again.
    if (source && result) void kept.keep(source, result)
    return result
  }

  const plugin: Plugin = {
    name: '@mdx-js/esbuild',
    setup(build) {
      build.onLoad({ filter: /\.mdx?$/ }, ({ path }) => load(path))
    },
  }

  /** Compiles a file as the plugin does; the result of a text that has not changed is the same object. */
  async function load(path: string): Promise<OnLoadResult | null | undefined> {
    const text = await readText(path)
    const known = compiled.get(path)
    if (known?.text === text) return known.result
    const result = await compile(path, text)
    compiled.set(path, { text, result })
    return result
  }
  /** What was noted about these files, by file; sorted, since they are compiled side by side. What is no MDX is passed over. */
  const sources = (files: readonly string[]) =>
    new Map(files.toSorted().flatMap((file) => (noted.has(file) ? [[file, noted.get(file) as SlideSource]] : [])))
  /** What a file was last compiled to. */
  const last = (path: string) => compiled.get(path)?.result
  return { plugin, load, last, sources }
}

/** A compiled MDX file, and what was noted about it. */
export interface CachedSlide {
  code: string
  source: SlideSource
}

/**
 * Slides as earlier builds have compiled them. `compiler` stands for all that decides, beside name and text, over what a file is
 * compiled to; nothing is
 * kept where that is not known.
 */
export function createSlideCache(kept: Cache = createCache('slides'), compiler = compilerHash()) {
  const keyOf = (file: string, text: string) => hash('sha256', JSON.stringify([compiler, file, text]))
  return {
    /** `file` is relative to the deck's folder. */
    async find(file: string, text: string) {
      const contents = compiler === undefined ? undefined : await kept.find(keyOf(file, text))
      return contents && (deserialize(contents) as CachedSlide)
    },
    /** Keeps a file that compiled without a word; one with a mistake is compiled again, and told again. */
    async keep(source: SlideSource, { contents, errors = [], warnings = [] }: OnLoadResult) {
      if (compiler === undefined || typeof contents !== 'string') return
      if (source.diagnostics.length + errors.length + warnings.length > 0) return
      const slide: CachedSlide = { code: contents, source }
      await kept.keep(keyOf(source.file, source.text), serialize(slide))
    },
  }
}

/** The folders that compile slides, and read their trees. */
const HERE = import.meta.dirname
const COMPILERS = [HERE, join(HERE, '..', 'tree')]

/** What the packages that compile are: the list of what is installed, or in the machine's own package what it asks for. */
const PACKAGES = join(MACHINE, isPackaged ? 'package.json' : 'package-lock.json')

/** Of those folders, those packages, and Node's version; undefined where they cannot be read. */
function compilerHash(): string | undefined {
  try {
    const sources = COMPILERS.flatMap((folder) => namesIn(folder).map((name) => join(folder, name)))
    const files = [...sources.filter((path) => /\.[jt]s$/.test(path)), PACKAGES]
    return (
      process.version +
      hashFiles(
        HERE,
        files.map((path) => relative(HERE, path)),
      )
    )
  } catch {
    return undefined
  }
}
