import type { Box, TextBlock, Wanted } from '../sheet.ts'
import type { Piece } from './backdrops.ts'
import { isPainted, styleOf } from './computed-styles.ts'
import type { Containers } from './containers.ts'
import { asSet, inked, inkOf, rectanglesOf } from './lines.ts'

/** What has no name of its own is called after its element. */
const CALLED: Readonly<Record<string, string>> = {
  math: 'formula',
  p: 'text',
  div: 'text',
  span: 'text',
  td: 'cell',
  th: 'cell',
  li: 'item',
  dt: 'term',
  dd: 'value',
}

/** Classes of the machine that are no words. */
const CLASSES: Readonly<Record<string, string>> = { big: 'figure', body: 'text' }

/** The texts of a sheet outside its charts, each block of text one, with the lines as they are broken; in pieces of one style each. */
export function findWords(sheet: Element, containers: Containers, { ignore, owners }: Required<Wanted>): Piece[] {
  const texts = new Map<Element, TextBlock>()
  const pieces: Piece[] = []
  const nodes = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT)
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const parent = node.parentElement
    const data = node.nodeValue?.trim()
    if (!parent || !data || parent.closest(`svg, ${ignore}`) || !isPainted(parent)) continue
    const style = styleOf(parent)
    const rectangles = rectanglesOf(node, style)
    if (rectangles.length === 0) continue
    const line = lineOf(parent)
    const block = blockOf(line)
    const scale = scaleOf(block)
    const lines = inked(rectangles, inkOf(data, style), scale)
    const text = texts.get(block) ?? begin(block, sheet, containers, owners)
    text.lines.push(...lines)
    text.strips?.push(...asSet(rectangles, Number.parseFloat(style.lineHeight) * scale))
    text.size = Math.min(text.size, Number.parseFloat(styleOf(line).fontSize) * scale)
    texts.set(block, text)
    pieces.push({ text, element: parent, lines })
  }
  for (const text of texts.values()) if (keepsToItsLines(text)) delete text.strips
  return pieces
}

/** Signs that are high or low, also in formulas, are small, as they must be: what counts is the line that they belong to. */
function lineOf(element: Element): Element {
  const formula = element.closest('math')
  return formula ?? element.closest('sup, sub')?.parentElement ?? element
}

/** How much larger a block is painted than it is laid out. Sizes of layout are whole numbers. */
function scaleOf(block: Element): number {
  const { width } = block.getBoundingClientRect()
  const laidOut = block instanceof HTMLElement ? block.offsetWidth : width
  return Math.abs(width - laidOut) > 1 && laidOut > 0 ? width / laidOut : 1
}

/** The height of its lines then says nothing that their ink does not. */
function keepsToItsLines({ lines, strips = [] }: TextBlock): boolean {
  return strips.every(({ top, bottom }, index) => {
    const line = lines[index] as Box
    return top <= line.top && bottom >= line.bottom
  })
}

function begin(block: Element, sheet: Element, containers: Containers, owners: string): TextBlock {
  const words = (block.textContent ?? '').replace(/\s+/g, ' ').trim()
  const owner = block.closest(owners)?.querySelector('[id]')?.id
  const within = containers.around(block)
  return {
    words,
    part: partOf(block, sheet),
    isLabel: false,
    size: Infinity,
    lines: [],
    strips: [],
    within,
    ...(owner && { owner }),
  }
}

/** The element that breaks a text into lines. */
function blockOf(element: Element): Element {
  const parent = element.parentElement
  return parent && /^(?:inline|contents)$/.test(styleOf(element).display) ? blockOf(parent) : element
}

/** The author knows a part by its class, or by the kind of its element. */
function partOf(block: Element, sheet: Element): string {
  const named = CLASSES[block.classList[0] ?? ''] ?? block.classList[0]
  if (named !== undefined && !(block instanceof HTMLTableCellElement)) return named.replaceAll('-', ' ')
  const tag = block.localName
  if (/^h\d$/.test(tag)) return block === sheet ? 'title' : 'heading'
  return CALLED[tag] ?? tag
}
