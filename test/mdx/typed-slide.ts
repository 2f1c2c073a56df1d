import { createProcessor } from '@mdx-js/mdx'
import type { Root } from 'mdast'
import type {} from 'mdast-util-mdx'
import remarkFrontmatter from 'remark-frontmatter'
import { visit } from 'unist-util-visit'

const processor = createProcessor({ remarkPlugins: [remarkFrontmatter] })

/** A slide's code as TSX, which TypeScript can check, and the place in the slide of each line of it. */
export interface TypedSlide {
  code: string
  /** The 1-based line of the slide that a line of the code stands for; columns are the same. */
  lineOf(line: number): number
}

/** Stretches of the slide's text, from one offset to another, that are code. */
type Stretch = [from: number, to: number]

/**
 * Turns a slide into TSX: first its imports, then its elements and expressions, each where it stands in the slide; the prose is
 * left out. Components that it does not import are those that the deck provides.
 */
export function typedSlide(text: string): TypedSlide {
  const tree = processor.parse(text) as Root
  const modules = stretchesOf(tree, ['mdxjsEsm'])
  const words = offsetsOf(tree)
  const content = [...stretchesOf(tree, ['mdxFlowExpression', 'mdxTextExpression']), ...tagsOf(tree)]
  const lines = text.split('\n').length
  const own = modules.map(([from, to]) => text.slice(from, to)).join()
  const provided = firstUses(tree).filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(own))
  const code = [
    keep(text, modules, []),
    'export default function Slide() { const {',
    // Each where the slide names it first, which is where editors underline one that is unknown.
    ...provided.map(({ name, column }) => `${' '.repeat(column - 1)}${name},`),
    '} = {} as MDXProvidedComponents; return <>',
    `${keep(text, content, words)}</> }`,
    '',
  ]
  const lineOf = (line: number) => {
    if (line <= lines) return line
    return provided[line - lines - 2]?.line ?? Math.max(line - lines - provided.length - 2, 1)
  }
  return { code: code.join('\n'), lineOf }
}

function stretchesOf(tree: Root, types: readonly string[]): Stretch[] {
  const found: Stretch[] = []
  visit(tree, (node) => {
    if (types.includes(node.type)) found.push([node.position?.start.offset ?? 0, node.position?.end.offset ?? 0])
  })
  return found
}

/** The tags of elements without what stands between them. */
function tagsOf(tree: Root): Stretch[] {
  const found: Stretch[] = []
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
    const [first, last] = [node.children[0], node.children.at(-1)]
    if (!first || !last) found.push([start, end])
    else found.push([start, first.position?.start.offset ?? end], [last.position?.end.offset ?? end, end])
  })
  return found
}

/** Where prose begins: a letter there tells TypeScript that there are children. */
function offsetsOf(tree: Root): number[] {
  const found: number[] = []
  visit(tree, 'text', (node) => void found.push(node.position?.start.offset ?? 0))
  return found
}

/** A component, and where its name stands first; lines and columns from 1. */
interface Use {
  name: string
  line: number
  column: number
}

function firstUses(tree: Root): Use[] {
  const uses = new Map<string, Use>()
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return
    const { name, position } = node
    if (!name || !position || !/^[A-Z]\w*$/.test(name) || uses.has(name)) return
    uses.set(name, { name, line: position.start.line, column: position.start.column + 1 })
  })
  return [...uses.values()]
}

/** Blanks everything but the stretches and the words' first letters; line breaks stay. */
function keep(text: string, stretches: readonly Stretch[], words: readonly number[]): string {
  const kept = text.split('')
  const isCode = new Uint8Array(kept.length)
  for (const [from, to] of stretches) isCode.fill(1, from, to)
  for (const offset of words) if (!isCode[offset]) kept[offset] = 'x'
  const letters = new Set(words)
  return kept.map((character, at) => (isCode[at] || character === '\n' || letters.has(at) ? character : ' ')).join('')
}
