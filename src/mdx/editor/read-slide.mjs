import { createRequire } from 'node:module'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'

const checks = [ours('./check-frontmatter')?.checkFrontmatter].filter(Boolean)
const formulas = ours('../remark-formulas')?.remarkFormulas

/**
 * How editors read slides: `mdx.plugins` in `slides/tsconfig.json` names this file. It is JavaScript, and makes do without what is
 * not, since the language server runs it on the Node that the editor brings.
 */
export default function readSlide() {
  remarkFrontmatter.call(this)
  remarkGfm.call(this)
  formulas?.call(this)
  this.data().fromMarkdownExtensions.push({ transforms: checks })
}

/** Compiled in the package. Undefined where Node does not read TypeScript; the build checks the same. */
function ours(module) {
  for (const ending of ['.js', '.ts'])
    try {
      return createRequire(import.meta.url)(module + ending)
    } catch {}
}
