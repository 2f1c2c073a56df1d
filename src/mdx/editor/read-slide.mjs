import { createRequire } from 'node:module'
import remarkFrontmatter from 'remark-frontmatter'

const checks = [checkFrontmatter()].filter(Boolean)

/**
 * How editors read slides: `mdx.plugins` in `slides/tsconfig.json` names this file. It is JavaScript, and makes do without what is
 * not, since the language server runs it on the Node that the editor brings.
 */
export default function readSlide() {
  remarkFrontmatter.call(this)
  this.data().fromMarkdownExtensions.push({ transforms: checks })
}

/** Undefined where Node does not read TypeScript; the build checks the same. */
function checkFrontmatter() {
  try {
    return createRequire(import.meta.url)('./check-frontmatter.ts').checkFrontmatter
  } catch {
    return undefined
  }
}
