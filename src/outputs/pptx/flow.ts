import type { Element } from 'hast'
import { textWidth } from '../../motion/measure-text.ts'
import type { Size } from '../../story/picture.ts'
import type { Block } from './blocks.ts'
import { layOutTable, type TableLayout } from './table.ts'
import { lineHeight, type Paragraph } from './text-body.ts'
import type { Box } from './xml.ts'

/** A part of the text with its place on the slide. */
export type Placed =
  | { kind: 'text'; box: Box; paragraphs: readonly Paragraph[]; isCode?: boolean }
  | { kind: 'table'; box: Box; layout: TableLayout; table: Element }
  | { kind: 'picture'; box: Box; src: string; alt: string }

/** What the flow needs to know of the slide. */
export interface FlowContext {
  /** Size of the text in px where it does not say. */
  size: number
  /** Classes of the elements around the tables. */
  container: readonly string[]
  /** Most height of a picture in px. */
  mostHeight: number
  sizeOf(src: string): Size
}

/** Space after a paragraph, and space between parts, in px. */
const [AFTER, GAP] = [14, 14]

/** Places the blocks below each other. Text that follows text is one part, so that it stays in one box to be edited. */
export function placeBlocks(blocks: readonly Block[], box: Box, context: FlowContext): Placed[] {
  const placed: Placed[] = []
  let y = box.y
  for (const group of groupsOf(blocks)) {
    const room = { ...box, y, height: Math.max(24, box.y + box.height - y) }
    const parts = placeGroup(group, room, context)
    placed.push(...parts)
    y = Math.max(y, ...parts.map((part) => part.box.y + part.box.height)) + GAP
  }
  return placed
}

/** Texts that follow each other, and everything else alone. */
function groupsOf(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)?.at(-1)
    const goesOn = block.kind === 'text' && last?.kind === 'text' && (block.isCode ?? false) === (last.isCode ?? false)
    if (goesOn) groups.at(-1)?.push(block)
    else groups.push([block])
  }
  return groups
}

function placeGroup(group: readonly Block[], room: Box, context: FlowContext): Placed[] {
  const [first] = group
  if (first === undefined) return []
  if (first.kind === 'columns') return placeColumns(first.columns, first.widths, room, context)
  if (first.kind === 'table') return placeTable(first.table, room, context)
  if (first.kind === 'picture') return [{ ...first, box: fitted(context.sizeOf(first.src), room, context.mostHeight) }]
  const paragraphs = group.flatMap((block) => (block.kind === 'text' ? [block.paragraph] : []))
  const height = paragraphs.reduce((sum, paragraph) => sum + heightOf(paragraph, room.width, context.size), 0)
  return [
    { kind: 'text', paragraphs, box: { ...room, height: Math.min(room.height, height) }, ...(first.isCode && { isCode: true }) },
  ]
}

/** Space between columns, in px. */
const COLUMN_GAP = 64

function placeColumns(
  columns: readonly (readonly Block[])[],
  widths: readonly number[],
  room: Box,
  context: FlowContext,
): Placed[] {
  const sum = widths.reduce((total, width) => total + width, 0)
  const free = room.width - COLUMN_GAP * (columns.length - 1)
  let x = room.x
  return columns.flatMap((column, index) => {
    const box = { ...room, x, width: ((widths[index] ?? 1) * free) / sum }
    x += box.width + COLUMN_GAP
    return placeBlocks(column, box, context)
  })
}

function placeTable(table: Element, room: Box, context: FlowContext): Placed[] {
  let x = room.x
  return layOutTable(table, context.container, room.width).map((layout) => {
    const width = layout.columns.reduce((sum, one) => sum + one, 0)
    const box = { ...room, x, width, height: layout.heights.reduce((sum, one) => sum + one, 0) }
    x += width + 24
    return { kind: 'table', layout, table, box }
  })
}

/** A picture in its own proportions, as large as there is room, and no larger than it is. */
export function fitted({ width, height }: Size, room: Box, mostHeight = room.height): Box {
  const scale = Math.min(1, room.width / width, Math.min(room.height, mostHeight) / height)
  return { x: room.x, y: room.y, width: width * scale, height: height * scale }
}

/** Two columns of as equal height as whole blocks allow; a heading does not stand last. */
export function balanced(blocks: readonly Block[], width: number, context: FlowContext): [Block[], Block[]] {
  const heights = blocks.map((block) => blockHeight(block, width, context))
  const total = heights.reduce((sum, height) => sum + height, 0)
  let [at, height] = [0, 0]
  while (at < blocks.length && height + (heights[at] ?? 0) / 2 <= total / 2) height += heights[at++] ?? 0
  while (at > 1 && isHeading(blocks[at - 1])) at--
  return [blocks.slice(0, Math.max(1, at)), blocks.slice(Math.max(1, at))]
}

function isHeading(block: Block | undefined): boolean {
  return block?.kind === 'text' && !block.isCode && block.paragraph.runs.every(({ bold }) => bold)
}

function blockHeight(block: Block, width: number, context: FlowContext): number {
  if (block.kind === 'text') return heightOf(block.paragraph, width, context.size)
  const placed = placeGroup([block], { x: 0, y: 0, width, height: 480 }, context)
  return Math.max(0, ...placed.map(({ box }) => box.height)) + GAP
}

/** How high a paragraph stands, by the widths of its letters. */
function heightOf({ runs, indent = 0, after = AFTER, line }: Paragraph, width: number, size: number): number {
  const most = Math.max(...runs.map((run) => run.size ?? size))
  const room = Math.max(40, width - indent)
  const lines = runs
    .map((run) => run.text)
    .join('')
    .split('\n')
  const total = lines.reduce(
    (sum, text) => sum + Math.max(1, Math.ceil((textWidth(text, most, '', widest(runs)) * 1.04) / room)),
    0,
  )
  return total * (line ?? lineHeight(most)) + after
}

function widest(runs: Paragraph['runs']): number {
  return runs.every(({ bold }) => bold) ? 600 : 400
}
