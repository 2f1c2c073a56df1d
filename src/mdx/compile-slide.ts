import mdx from '@mdx-js/esbuild'
import type { OnLoadArgs, OnLoadResult, PluginBuild } from 'esbuild'
import remarkFrontmatter from 'remark-frontmatter'
import { remarkSlide } from './remark-slide.ts'
import type { SlideSource } from './source.ts'

type Load = (found: OnLoadArgs) => Promise<OnLoadResult | null | undefined>

/** Compiles the text of an MDX file for esbuild. `begin` makes what is noted about the file. */
export async function compileSlide(
  path: string,
  text: string,
  begin: (path: string) => SlideSource,
): Promise<OnLoadResult | null | undefined> {
  const load = loaderOf(mdx({ jsxImportSource: 'preact', remarkPlugins: [remarkFrontmatter, [remarkSlide, { begin }]] }))
  return withoutMap(await load({ path, namespace: 'file', suffix: '', with: {}, pluginData: { contents: text } }))
}

/** The function that the plugin gives to esbuild; only when and for what it is called is ours to say. */
function loaderOf({ setup }: ReturnType<typeof mdx>): Load {
  let load: Load | undefined
  const build = {
    onLoad(_: unknown, callback: Load) {
      load = callback
    },
  }
  setup(build as unknown as PluginBuild)
  if (!load) throw new Error('found no loader in the plugin of MDX')
  return load
}

/** Nobody reads the source map, which is longer than the code. */
function withoutMap<R extends OnLoadResult | null | undefined>(result: R): R {
  if (typeof result?.contents !== 'string') return result
  return { ...result, contents: result.contents.replace(/\n\/\/# sourceMappingURL=.*/, '') }
}
