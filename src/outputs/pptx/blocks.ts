import type { Element, ElementContent } from 'hast'
import { isTall } from './formula.ts'
import { HANG, type Look, type Paragraph, type Run } from './text-body.ts'

/** A part of a slide's text, in the order in which it is read. */
export type Block =
  | { kind: 'text'; paragraph: Paragraph /** A line of code. */; isCode?: boolean }
  | { kind: 'table'; table: Element }
  | { kind: 'picture'; src: string; alt: string }
  | { kind: 'columns'; columns: readonly (readonly Block[])[]; widths: readonly number[] }

/** What paragraphs have from the elements around them. */
interface Around extends Look {
  indent: number
  bullet?: Paragraph['bullet']
  after?: number
  /** A list in a list is set further in. */
  isItem?: boolean
}

/** The parts of a piece of a slide. What only readers of the page see, or nobody, is left out. */
export function blocksOf(children: readonly ElementContent[], around: Around = { indent: 0 }): Block[] {
  const blocks: Block[] = []
  let line: ElementContent[] = []
  let { bullet } = around
  const flush = () => {
    blocks.push(...paragraphsOf(line, { ...around, bullet }))
    // Of what stands in one item, the first alone is marked.
    if (blocks.length > 0) bullet = undefined
    line = []
  }
  for (const child of children) {
    const block = child.type === 'element' ? blockOf(child, { ...around, bullet }) : undefined
    if (!block) line.push(child)
    else {
      flush()
      blocks.push(...block)
      if (block.length > 0) bullet = undefined
    }
  }
  flush()
  return blocks
}

const LINED = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i input ins kbd label mark math q ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
)
const UNSEEN = new Set(['script', 'style', 'template', 'title', 'desc', 'caption'])

/** The classes of an element. */
export function classesOf({ properties: { className } }: Element): readonly string[] {
  return Array.isArray(className) ? className.map(String) : []
}

function isUnseen(element: Element): boolean {
  return UNSEEN.has(element.tagName) || classesOf(element).includes('visually-hidden') || element.properties.dataOnly === 'read'
}

/** The blocks of an element that is one; undefined for what stands in a line. */
function blockOf(element: Element, around: Around): Block[] | undefined {
  const { tagName, children, properties } = element
  if (isUnseen(element)) return []
  if (tagName === 'math') return properties.display === 'block' ? paragraphsOf([element], around) : undefined
  if (LINED.has(tagName)) return hasBlock(element) ? blocksOf(children, around) : undefined
  if (tagName === 'table') return [...captionOf(element, around), { kind: 'table', table: element }]
  if (tagName === 'img') return [{ kind: 'picture', src: String(properties.src ?? ''), alt: String(properties.alt ?? '') }]
  if (tagName === 'pre') return codeOf(element)
  if (tagName === 'ul' || tagName === 'ol') return itemsOf(element, around)
  if (classesOf(element).includes('columns')) return [columnsOf(element)]
  return blocksOf(children, withStyleOf(element, around))
}

/** Pictures and paragraphs stand in links and labels, too. */
function hasBlock({ children }: Element): boolean {
  return children.some(
    (child) => child.type === 'element' && child.tagName !== 'math' && (!LINED.has(child.tagName) || hasBlock(child)),
  )
}

/** How elements set their text apart. */
function withStyleOf(element: Element, around: Around): Around {
  const classes = classesOf(element)
  if (/^h[1-6]$/.test(element.tagName) || element.tagName === 'dt') return { ...around, bold: true, after: 7 }
  if (element.tagName === 'blockquote') return { ...around, indent: around.indent + 24 }
  if (classes.includes('figure')) return { ...around, after: 24 }
  if (classes.some((name) => name === 'unit' || name === 'beginning')) return { ...around, size: 16, colour: 'tx2', after: 4 }
  return around
}

function captionOf(table: Element, around: Around): Block[] {
  const caption = table.children.find((child) => child.type === 'element' && child.tagName === 'caption')
  if (caption?.type !== 'element' || isUnseen({ ...caption, tagName: 'p' })) return []
  return paragraphsOf(caption.children, { ...around, colour: 'tx2', after: 6 })
}

function itemsOf(list: Element, around: Around): Block[] {
  let number = Number(list.properties.start ?? 1)
  return list.children.flatMap((item) => {
    if (item.type !== 'element') return []
    // The box of a task stands in its text.
    const bullet = classesOf(item).includes('task-list-item') ? undefined : list.tagName === 'ol' ? { start: number++ } : '–'
    const indent = around.indent + (bullet === undefined && !around.isItem ? 0 : HANG)
    return blocksOf(item.children, { ...around, indent, after: 6, bullet, isItem: true })
  })
}

/** How wide the columns of each kind are, in relation to each other. */
const WIDTHS: Readonly<Record<string, readonly number[]>> = { 'columns-wide-narrow': [2, 1], 'columns-narrow-wide': [1, 2] }

function columnsOf(element: Element): Block {
  const columns = element.children.flatMap((child) => (child.type === 'element' ? [blocksOf(child.children)] : []))
  const widths = classesOf(element).flatMap((name) => WIDTHS[name] ?? [])
  return { kind: 'columns', columns, widths: columns.map((_, index) => widths[index] ?? 1) }
}

/** Lines of code, each a paragraph, with their spaces. */
function codeOf(pre: Element): Block[] {
  const lines = rawText(pre).replace(/\n$/, '').split('\n')
  return lines.map((text, index) => ({
    kind: 'text',
    isCode: true,
    paragraph: { runs: [{ text, code: true, size: 20 }], after: index === lines.length - 1 ? 16 : 0 },
  }))
}

function rawText(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(rawText).join('') : ''
}

/** The height of lines with formulas that are higher than text, in px. */
const TALL = 76

/** A figure's number and its words are paragraphs of their own. */
function paragraphsOf(line: readonly ElementContent[], { indent, bullet, after, isItem: _, ...look }: Around): Block[] {
  const parts = line.flatMap((child): ElementContent[][] => {
    const isApart = child.type === 'element' && classesOf(child).some((name) => name === 'big' || name === 'caption')
    return isApart ? [[child]] : []
  })
  const paragraphs = parts.length > 0 ? parts : [line]
  return paragraphs.flatMap((part, index): Block[] => {
    const runs = trimmed(part.flatMap((node) => runsOf(node, look)))
    if (runs.length === 0) return []
    const space = index < paragraphs.length - 1 ? 4 : after
    return [
      {
        kind: 'text',
        paragraph: {
          runs,
          ...(indent > 0 && { indent }),
          ...(bullet !== undefined && { bullet }),
          ...(space !== undefined && { after: space }),
          ...(runs.some(({ formula }) => formula && isTall(formula)) && { line: TALL }),
        },
      },
    ]
  })
}

/** The runs of a line, as it is read by `blocksOf`, without spaces around it. */
export function lineOf(children: readonly ElementContent[], look: Look = {}): Run[] {
  return trimmed(children.flatMap((node) => runsOf(node, look)))
}

function runsOf(node: ElementContent, look: Look): Run[] {
  if (node.type === 'text') return [{ ...look, text: node.value.replace(/[ \t\n\f\r]+/g, ' ') }]
  if (node.type !== 'element' || isUnseen({ ...node, tagName: node.tagName === 'caption' ? 'p' : node.tagName })) return []
  if (node.tagName === 'br') return [{ ...look, text: '\n' }]
  if (node.tagName === 'input') return [{ ...look, text: node.properties.checked ? '☑ ' : '☐ ' }]
  // Beside the formula, what its author typed; nothing else says it on one line.
  if (node.tagName === 'math')
    return [{ ...look, italic: true, text: String(node.properties.alttext ?? rawText(node)), formula: node }]
  if (node.tagName === 'img') return []
  return node.children.flatMap((child) => runsOf(child, { ...look, ...lookOf(node) }))
}

const LOOKS: Readonly<Record<string, Look>> = {
  b: { bold: true },
  strong: { bold: true },
  dt: { bold: true },
  i: { italic: true },
  em: { italic: true },
  cite: { italic: true },
  var: { italic: true },
  dfn: { italic: true },
  s: { strike: true },
  del: { strike: true },
  u: { underline: true },
  ins: { underline: true },
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  sup: { raised: 'sup' },
  sub: { raised: 'sub' },
}

function lookOf(element: Element): Look {
  const { tagName, properties } = element
  const classes = classesOf(element)
  return {
    ...LOOKS[tagName],
    ...(tagName === 'a' && typeof properties.href === 'string' && { link: properties.href }),
    ...(typeof properties.lang === 'string' && { lang: properties.lang }),
    ...(classes.includes('rank') && { colour: 'tx1' }),
    ...(classes.includes('missing') && { colour: 'tx2' }),
    ...(classes.includes('caption') && { bold: true }),
    ...(classes.includes('big') && {
      bold: true,
      major: true,
      colour: figureColour(classes),
      size: classes.includes('long') ? 76 : 104,
    }),
  }
}

/** A figure has the colour of its bar. */
function figureColour(classes: readonly string[]): string {
  return classes.includes('side-start') ? 'accent5' : classes.includes('side-end') ? 'accent6' : 'accent1'
}

/** Without the spaces that a browser does not show: at both ends, and more than one in a row. */
function trimmed(runs: readonly Run[]): Run[] {
  const kept: Run[] = []
  for (const run of runs) {
    const before = kept.at(-1)?.text ?? ' '
    const text = run.text !== '\n' && /[ \n]$/.test(before) ? run.text.replace(/^ /, '') : run.text
    if (text !== '') kept.push({ ...run, text })
  }
  const last = kept.at(-1)
  if (last && last.text !== '\n') {
    const text = last.text.replace(/ $/, '')
    kept.splice(-1, 1, ...(text === '' ? [] : [{ ...last, text }]))
  }
  return kept
}
