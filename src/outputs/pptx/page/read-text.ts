import type { PaintedArea, PaintedRun, PaintedText } from '../painted.ts'
import type { Box } from '../xml.ts'
import { boxOf, colourOf, contentBoxOf, isSeen, onSlide, px } from './boxes.ts'

/** What stands before an item of a list, until the first line of it has it. */
export interface Marker {
  text?: string | number | undefined
  by: number
}

/** What the sign of an item is: numbers are counted from that of the list. */
export function markerOf(item: Element, { listStyleType, direction }: CSSStyleDeclaration): Marker {
  const list = item.parentElement
  if (!list || listStyleType === 'none') return { by: 0 }
  const [inner, outer] = [boxOf(item), boxOf(list)]
  const by = direction === 'rtl' ? outer.x + outer.width - inner.x - inner.width : inner.x - outer.x
  if (list instanceof HTMLOListElement) {
    const items = [...list.children].filter(({ tagName }) => tagName === 'LI')
    return { text: list.start + items.indexOf(item), by }
  }
  return { text: /^"(.*)"$/.exec(listStyleType)?.[1]?.trim() ?? '•', by }
}

/** The block that a line stands in. */
interface Block {
  element: Element
  style: CSSStyleDeclaration
  part: string
  marker?: Marker | undefined
  on?: PaintedArea | undefined
}

/** A line as a paragraph, and of code each line as one; nothing where it has no words. */
export function readText(nodes: readonly Node[], block: Block): PaintedText[] {
  const { element, style } = block
  const isCode = element.tagName === 'PRE'
  const runs = nodes.flatMap((node) => runsOf(node, { isCode, lines: '' }))
  const lines = isCode ? codeLines(runs) : [trimmed(runs)]
  if (lines.every((line) => line.length === 0)) return []
  const range = document.createRange()
  range.setStartBefore(nodes[0] as Node)
  range.setEndAfter(nodes.at(-1) as Node)
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0).map((rect) => onSlide(rect, element))
  const painted = linesOf(rects)
  const [first] = painted
  // In a row of boxes a text is as wide as its words.
  const whole = contentBoxOf(element, style)
  const x = Math.min(...painted.map((one) => one.x))
  const content =
    /flex|grid/.test(style.display) && first
      ? { ...whole, x, width: Math.max(...painted.map((one) => one.x + one.width)) - x }
      : whole
  const isAlone = nodes.length === element.childNodes.length
  const given = px(style.lineHeight) || (first?.height ?? 0)
  const hasFormula = runs.some(({ formula }) => formula !== undefined)
  const line = hasFormula && isAlone ? Math.max(given, content.height / painted.length) : given
  const y = !first || (hasFormula && isAlone) || isCode ? content.y : first.y + first.height / 2 - line / 2
  const hanging = hangingOf(style, block.marker)
  const by = hanging?.by ?? 0
  const height = line * (isCode ? 1 : painted.length)
  return lines.map((own, index) => ({
    kind: 'text',
    part: block.part,
    box: { x: content.x - (style.direction === 'rtl' ? 0 : by), y: y + index * line, width: content.width + by, height },
    runs: own,
    line,
    lines: isCode ? 1 : painted.length,
    ...(style.textWrap.includes('balance') && { balanced: Math.max(...painted.map(({ width }) => width)) }),
    ...alignOf(style),
    ...(hanging && { hanging }),
    ...(block.on && { on: block.on }),
  }))
}

/** An item's sign is that of its first line. */
function hangingOf({ textIndent }: CSSStyleDeclaration, marker: Marker | undefined): PaintedText['hanging'] {
  if (marker?.text === undefined) return px(textIndent) < 0 ? { by: -px(textIndent) } : undefined
  const { text, by } = marker
  marker.text = undefined
  return { by, text }
}

/** The boxes of lines: what is beside each other is one. */
function linesOf(rects: readonly Box[]): Box[] {
  const lines: Box[] = []
  for (const rect of rects) {
    const last = lines.at(-1)
    if (!last || rect.y + rect.height / 2 > last.y + last.height || rect.y + rect.height / 2 < last.y) lines.push({ ...rect })
    else {
      const [x, end] = [Math.min(last.x, rect.x), Math.max(last.x + last.width, rect.x + rect.width)]
      Object.assign(last, { x, width: end - x, ...(rect.height > last.height && { y: rect.y, height: rect.height }) })
    }
  }
  return lines
}

function alignOf({ textAlign, direction }: CSSStyleDeclaration): Pick<PaintedText, 'align'> {
  if (textAlign === 'center') return { align: 'ctr' }
  return textAlign === 'end' || textAlign === (direction === 'rtl' ? 'left' : 'right') ? { align: 'end' } : {}
}

/** What runs have from the elements around them. */
interface Within {
  isCode: boolean
  /** Lines through or below the letters. */
  lines: string
  /** Raised letters are as large as those around them, since Office makes them smaller by itself. */
  raised?: { to: 'sup' | 'sub'; size: number }
}

function runsOf(node: Node, within: Within): PaintedRun[] {
  if (node instanceof Text) {
    const text = within.isCode ? node.data : node.data.replace(/[ \t\n\f\r]+/g, ' ')
    return text === '' || !node.parentElement ? [] : [{ text, ...lookOf(node.parentElement, within) }]
  }
  if (!(node instanceof Element) || node.matches('svg, script, style, template, select')) return []
  const style = getComputedStyle(node)
  const look = () => lookOf(node, within)
  if (node.tagName === 'BR') return [{ text: '\n', ...look() }]
  if (!isSeen(node, style)) return []
  if (node instanceof HTMLInputElement) return [{ text: node.checked ? '☑ ' : '☐ ', ...look() }]
  if (node.tagName === 'math') {
    const formula = Number(node.getAttribute('data-formula'))
    return [{ ...look(), text: node.getAttribute('alttext') ?? node.textContent ?? '', italic: true, formula }]
  }
  const raised = /^(?:super|sub)$/.test(style.verticalAlign)
    ? { to: style.verticalAlign === 'sub' ? ('sub' as const) : ('sup' as const), size: sizeAround(node) }
    : within.raised
  const own = { ...within, lines: `${within.lines} ${style.textDecorationLine}`, ...(raised && { raised }) }
  return [...node.childNodes].flatMap((child) => runsOf(child, own))
}

function sizeAround({ parentElement }: Element): number {
  return parentElement ? px(getComputedStyle(parentElement).fontSize) : 0
}

function lookOf(element: Element, { lines, raised }: Within): Omit<PaintedRun, 'text'> {
  const style = getComputedStyle(element)
  const link = element.closest('a[href]')?.getAttribute('href') ?? undefined
  const lang = element.closest<HTMLElement>('[lang]')?.lang
  return {
    size: raised?.size ?? px(style.fontSize),
    family: style.fontFamily.split(',')[0]?.replace(/^\W|\W$/g, '') ?? '',
    colour: colourOf(style.color) ?? '#000000',
    spacing: px(style.letterSpacing),
    bold: Number(style.fontWeight) >= 600,
    italic: style.fontStyle !== 'normal',
    strike: lines.includes('line-through'),
    // Office draws the line below a link by itself.
    underline: link === undefined && lines.includes('underline'),
    ...(raised && { raised: raised.to }),
    ...(link !== undefined && { link }),
    ...(lang !== undefined && lang !== document.documentElement.lang && { lang }),
  }
}

/** Without the spaces that are not seen: at both ends, around the end of a line, and more than one in a row. */
function trimmed(runs: readonly PaintedRun[]): PaintedRun[] {
  const seen: PaintedRun[] = []
  for (const run of runs) {
    const text = run.text !== '\n' && /(?:^|[ \n])$/.test(seen.at(-1)?.text ?? '') ? run.text.replace(/^ /, '') : run.text
    if (text !== '') seen.push({ ...run, text })
  }
  const last = seen.at(-1)
  if (!last || last.text === '\n') return seen
  const text = last.text.replace(/ $/, '')
  return text === '' ? trimmed(seen.slice(0, -1)) : seen.with(-1, { ...last, text })
}

function codeLines(runs: readonly PaintedRun[]): PaintedRun[][] {
  const lines: PaintedRun[][] = [[]]
  for (const run of runs) {
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...run, text })
    }
  }
  return lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines
}
