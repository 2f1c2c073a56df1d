import { parse } from 'node:path'
import mdx from '@mdx-js/esbuild'
import type { OnLoadArgs, OnLoadResult, PluginBuild } from 'esbuild'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import { rehypeCode } from './rehype-code.ts'
import { rehypeFormulas } from './rehype-formulas.ts'
import { rehypeProse } from './rehype-prose.ts'
import { remarkFormulas } from './remark-formulas.ts'
import { remarkSlide } from './remark-slide.ts'
import type { SlideSource } from './source.ts'

/** Markdown as on GitHub, also where no spaces part words, and formulas. */
const MARKDOWN = [remarkFrontmatter, remarkGfm, remarkCjkFriendly, remarkCjkFriendlyStrikethrough, remarkFormulas]

type Load = (found: OnLoadArgs) => Promise<OnLoadResult | null | undefined>

/** Compiles the text of an MDX file for esbuild. `begin` makes what is noted about the file. */
export async function compileSlide(
  path: string,
  text: string,
  begin: (path: string) => SlideSource,
): Promise<OnLoadResult | null | undefined> {
  const load = loaderOf(
    mdx({
      jsxImportSource: 'preact',
      remarkPlugins: [...MARKDOWN, [remarkSlide, { begin }]],
      rehypePlugins: [rehypeProse, rehypeFormulas, rehypeCode],
      // Ids are those of one page with all slides.
      remarkRehypeOptions: { clobberPrefix: `${parse(path).name}-`, footnoteBackContent: '↑' },
    }),
  )
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
