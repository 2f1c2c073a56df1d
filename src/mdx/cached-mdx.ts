import { dirname, relative } from 'node:path'
import type { OnLoadResult, Plugin } from 'esbuild'
import { readText } from '../util/files.ts'
import { createSlideCache, type SlideCache } from './slide-cache.ts'
import type { SlideSource } from './source.ts'

/** MDX for esbuild, which compiles a file again only when its text has changed. */
export interface CachedMdx {
  plugin: Plugin
  /** Compiles a file as the plugin does; the result of a text that has not changed is the same object. */
  load(path: string): Promise<OnLoadResult | null | undefined>
  /** What a file was last compiled to. */
  last(path: string): OnLoadResult | null | undefined
  /** What was noted about these files of the deck, by file, sorted; files that are no MDX are passed over. */
  sources(files: readonly string[]): Map<string, SlideSource>
}

interface Compiled {
  text: string
  result: OnLoadResult | null | undefined
}

/** Makes the plugin for a deck's folder. What an earlier build has compiled is taken from there. */
export function cachedMdx(folder: string, kept: SlideCache = createSlideCache()): CachedMdx {
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

  async function load(path: string): Promise<OnLoadResult | null | undefined> {
    const text = await readText(path)
    const known = compiled.get(path)
    if (known?.text === text) return known.result
    const result = await compile(path, text)
    compiled.set(path, { text, result })
    return result
  }
  // Files are compiled side by side; what is said of them must not depend on which is done first.
  const sources = (files: readonly string[]) =>
    new Map(files.toSorted().flatMap((file) => (noted.has(file) ? [[file, noted.get(file) as SlideSource]] : [])))
  return { plugin, load, last: (path) => compiled.get(path)?.result, sources }
}
