import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { shown } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import type { CodeToken } from './highlight.ts'
import { locationOf } from './source.ts'

/** The rehype plugin of code blocks: each line an element, each word of it with a class for what it is. */
export function rehypeCode() {
  return async (tree: Root, file: VFile): Promise<undefined> => {
    const blocks: Element[] = []
    visit(tree, 'element', (element) => {
      if (element.tagName === 'pre' && codeIn(element)) blocks.push(element)
    })
    for (const block of blocks) await rewrite(block, file)
  }
}

function codeIn({ children }: Element): Element | undefined {
  const [code] = children
  return code?.type === 'element' && code.tagName === 'code' ? code : undefined
}

async function rewrite(block: Element, { data }: VFile): Promise<void> {
  // The grammars take as long to load as a dozen slides to compile.
  const { codeLanguages, highlight } = await import('./highlight.ts')
  const code = codeIn(block) as Element
  const blame = (message: string) => {
    data.source?.diagnostics.push({ ...(data.source && { location: locationOf(data.source.file, block) }), message })
  }
  const fence = readFence(code.data?.meta ?? '', blame)
  const language = languageOf(code)
  if (DRAWINGS.has(language))
    return blame(`found a drawing in ${shown(language)}, expected a picture of it; \`text\` instead shows how it is written`)
  const written = textIn(code).replace(/\n$/, '')
  const signs = fence.diff ? written.split('\n').map((line) => line[0] ?? ' ') : []
  const lines = await highlight(fence.diff ? withoutSigns(written) : written, language)
  if (!lines) return blame(`found the language ${shown(language)} of a code; ${suggest(language, codeLanguages)}`)
  block.properties.className = ['code', ...(fence.numbers ? ['numbers'] : [])]
  code.children = lines.flatMap((line, index) => [
    lineElement(line, index + 1, fence, signs[index]),
    { type: 'text', value: '\n' },
  ])
}

/** What others draw where it stands. */
const DRAWINGS = new Set(['mermaid', 'plantuml', 'dot', 'graphviz'])

function languageOf({ properties: { className } }: Element): string {
  const name = Array.isArray(className) ? className.find((each) => String(each).startsWith('language-')) : undefined
  return String(name ?? '').replace('language-', '')
}

function textIn({ children }: Element): string {
  return children.map((child) => (child.type === 'text' ? child.value : '')).join('')
}

function withoutSigns(code: string): string {
  return code
    .split('\n')
    .map((line) => line.slice(1))
    .join('\n')
}

const SIGNS: Readonly<Record<string, string>> = { '+': 'added', '-': 'removed' }

function lineElement(tokens: readonly CodeToken[], line: number, fence: ReturnType<typeof readFence>, sign = ''): ElementContent {
  const kind = SIGNS[sign]
  const classes = ['line', ...(fence.marked.has(line) ? ['marked'] : []), ...(kind === undefined ? [] : [kind])]
  // Whoever copies or hears the code is told by the sign, too.
  const signed: ElementContent[] = kind === undefined ? [] : [{ type: 'text', value: sign }]
  const children = [...signed, ...tokens.map(tokenElement)]
  return { type: 'element', tagName: 'span', properties: { className: classes }, children }
}

function tokenElement({ text, kind }: CodeToken): ElementContent {
  const value = { type: 'text', value: text } as const
  if (kind === undefined) return value
  return { type: 'element', tagName: 'span', properties: { className: [`tok-${kind}`] }, children: [value] }
}

const WORDS = ['numbers', 'diff', '{2,4-5}']

/** Reads what stands after a fence's language, as in "```js numbers {2,4-5}". What is not understood is told to `blame`. */
function readFence(meta: string, blame: (message: string) => void) {
  /** Lines that are pointed out, from 1. */
  const marked = new Set<number>()
  const words = new Set<string>()
  for (const word of meta.match(/\{[^}]*\}|\S+/g) ?? []) {
    const lines = /^\{([\d,\s-]+)\}$/.exec(word)?.[1]
    if (lines !== undefined) for (const line of linesOf(lines)) marked.add(line)
    else if (WORDS.includes(word)) words.add(word)
    else
      blame(
        `found ${shown(word)} after the language of a code, expected \`numbers\`, \`diff\` or lines such as \`{2,4-5}\`; ${suggest(word, WORDS)}`,
      )
  }
  // `diff`: the first character of a line says that it was added or removed.
  return { marked, numbers: words.has('numbers'), diff: words.has('diff') }
}

function linesOf(list: string): number[] {
  return list.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number)
    return Array.from({ length: Math.max(0, Math.min(to - from + 1, MOST)) }, (_, index) => from + index)
  })
}

/** More lines stand on no slide. */
const MOST = 1000
