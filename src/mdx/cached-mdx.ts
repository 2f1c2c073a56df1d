import { relative } from 'node:path'
import mdx from '@mdx-js/esbuild'
import type { OnLoadResult, Plugin } from 'esbuild'
import remarkFrontmatter from 'remark-frontmatter'
import { readText } from '../files.ts'
import { remarkSlide } from './remark-slide.ts'
import type { SlideSource } from './source.ts'

/** MDX for esbuild, which compiles a file again only when its text has changed. */
export interface CachedMdx {
  plugin: Plugin
  /** What was noted about these files of the deck, by file, sorted; files that are no MDX are passed over. */
  sources(files: readonly string[]): Map<string, SlideSource>
}

interface Compiled {
  text: string
  result: OnLoadResult | null | undefined
}

/** Makes the plugin for a deck's folder. */
export function cachedMdx(folder: string): CachedMdx {
  const compiled = new Map<string, Compiled>()
  const noted = new Map<string, SlideSource>()
  const begin = (path: string): SlideSource => {
    const file = relative(folder, path)
    const source: SlideSource = { file, text: '', frontmatter: {}, components: [], problems: [] }
    noted.set(file, source)
    return source
  }
  const { name, setup } = mdx({ jsxImportSource: 'preact', remarkPlugins: [remarkFrontmatter, [remarkSlide, { begin }]] })
  const plugin: Plugin = {
    name,
    setup: (build) =>
      setup({
        ...build,
        onLoad(options, compile) {
          build.onLoad(options, async (found) => {
            const text = await readText(found.path)
            const known = compiled.get(found.path)
            if (known?.text === text) return known.result
            const result = withoutMap(await compile({ ...found, pluginData: { contents: text } }))
            compiled.set(found.path, { text, result })
            return result
          })
        },
      }),
  }
  // Files are compiled side by side; what is said of them must not depend on which is done first.
  const sources = (files: readonly string[]) =>
    new Map(files.toSorted().flatMap((file) => (noted.has(file) ? [[file, noted.get(file) as SlideSource]] : [])))
  return { plugin, sources }
}

/** Nobody reads the source map, which is longer than the code. */
function withoutMap<R extends OnLoadResult | null | undefined>(result: R): R {
  if (typeof result?.contents !== 'string') return result
  return { ...result, contents: result.contents.replace(/\n\/\/# sourceMappingURL=.*/, '') }
}
