import type { Slide } from '../../story/story.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { locatorOf } from '../slide-data.ts'
import { withStillMedia } from '../slide-media.ts'
import { type Block, blocksOf, classesOf, lineOf } from './blocks.ts'
import { freeOf } from './column-widths.ts'
import { balanced, type FlowContext, type Placed, placeBlocks } from './flow.ts'
import { factBoxes, filledSlot, type Slot, type SlotKey } from './layouts.ts'
import { LOCATOR, locatorShapes, markShapes } from './mark-shapes.ts'
import { backgroundOf, centred, cutTo } from './media.ts'
import { type Part, xmlPart } from './package.ts'
import { slideNumberField } from './presentation-parts.ts'
import { lineShape, MASTER_COLOURS, objectTree } from './shapes.ts'
import { type PlacedPart, type SlidePart, slidePartsOf, styledFor, transitionInto } from './slide-parts.ts'
import { type DeckContext, SlideWriter } from './slide-writer.ts'
import { captionOf, tableFrame } from './table.ts'
import { type Look, paperSheet, textBox } from './text-body.ts'
import { coloursOn, NAMESPACES } from './theme.ts'
import { withAlternatives, xml } from './xml.ts'

/** Writes the part of one slide. */
export function slidePart(slide: Slide, deck: DeckContext): Part {
  const writer = new SlideWriter(slide, deck)
  const parts = slidePartsOf(withStillMedia(slide.content), slide.title)
  // What is said of the chart is read after the text beside it, as everywhere; without such a text, after the headline.
  const before = parts.some(({ key }) => key === 'body') ? 'body' : 'title'
  const objects = parts.flatMap((part) => [...written(writer, part), ...(part.key === before ? stageShapes(writer) : [])])
  const ground = backgroundOf(slide.content, writer.classes, deck, writer.relationships)
  const root = xml(
    'p:sld',
    NAMESPACES,
    objectTree([...objects, numberShape(writer)].map(withAlternatives), { ground }),
    MASTER_COLOURS,
    transitionInto(slide.index, deck.story.wide.states),
  )
  return xmlPart(`ppt/slides/slide${slide.index + 1}.xml`, 'presentationml.slide', root, writer.relationships)
}

function written(writer: SlideWriter, part: SlidePart): string[] {
  if (part.key === 'body') return bodyShapes(writer, part.blocks)
  if (part.key === 'picture') return pictureShapes(writer, blocksOf(part.children))
  if (part.key === 'footer') return footerShapes(writer, part)
  if (part.key === 'footnotes') return footnoteShapes(writer, blocksOf(part.children))
  if (part.key.startsWith('fact')) return factShapes(writer, part)
  if (part.key === 'title') return titleShapes(writer, part)
  return writer.fill(part.key, [{ runs: lineOf(part.children) }])
}

/** Its lines are of equal length, and end before the small map. */
function titleShapes(writer: SlideWriter, { children }: PlacedPart): string[] {
  const slot = writer.slot('title')
  const size = writer.classesIn().has('long') ? (writer.layout.id === 'section' ? 46 : 32) : undefined
  const map = locatorOf(writer.slide) ? LOCATOR.width + 24 : 0
  const runs = lineOf(children, size === undefined ? {} : { size })
  const text = runs.map((run) => run.text).join('')
  const free = slot ? map + freeOf(text, size ?? slot.style.size, slot.box.width - map) : 0
  return [...writer.fill('title', [{ runs }], undefined, free), ...mapShapes(writer)]
}

function mapShapes(writer: SlideWriter): string[] {
  const map = locatorOf(writer.slide)
  return map ? locatorShapes(map, writer.deck.rtl, () => ({ id: writer.nextId(), name: 'Map', decorative: true })) : []
}

function stageShapes(writer: SlideWriter): string[] {
  const state = writer.deck.story.wide.states[writer.slide.index]
  if (!state) return []
  return markShapes(state, {
    nextId: () => writer.nextId(),
    language: writer.deck.language,
    colours: coloursOn(writer.ground, writer.deck.story.deck.palette),
    blipOf: (href) => writer.blip(href),
    sizeOf: (href) => writer.sizeOf(href),
  })
}

function bodyShapes(writer: SlideWriter, blocks: readonly Block[]): string[] {
  const slot = writer.slot('body')
  if (!slot || blocks.length === 0) return []
  const context = flowOf(writer, slot)
  const styled = styledFor(writer.layout.id, blocks)
  const columns = columnsOf(writer, styled, slot, context)
  const placed = columns.flatMap(({ blocks, slot }) =>
    placeBlocks(blocks, writer.boxOf(slot), context).map((part, index, all) => ({
      part,
      slot,
      isAlone: index === 0 && all.length === 1,
    })),
  )
  const free = new Set<SlotKey>(['body', 'second'])
  const rule = writer.classes.includes('slide-compare')
    ? [lineShape(lineName(writer), { x: 640, y: 188, width: 0, height: 400 }, 'accent2')]
    : []
  return [...placed.flatMap(({ part, slot, isAlone }) => placedShapes(writer, part, slot, isAlone, free)), ...rule]
}

function lineName(writer: SlideWriter) {
  return { id: writer.nextId(), name: 'Line', decorative: true }
}

/** Running text stands in two columns where the layout has them. */
function columnsOf(
  writer: SlideWriter,
  blocks: readonly Block[],
  slot: Slot,
  context: FlowContext,
): { blocks: readonly Block[]; slot: Slot }[] {
  const second = writer.slot('second')
  if (!second) return [{ blocks, slot }]
  if (blocks.some(({ kind }) => kind === 'columns')) return [{ blocks, slot: { ...slot, box: { ...slot.box, width: 1200 } } }]
  const [left, right] = balanced(blocks, slot.box.width, context)
  return [
    { blocks: left, slot },
    { blocks: right, slot: second },
  ]
}

function flowOf(writer: SlideWriter, slot: Slot): FlowContext {
  const isBesideFigure = writer.layout.id === 'record'
  return {
    size: slot.style.size,
    container: [...writer.classesIn()],
    mostHeight: isBesideFigure ? 190 : writer.layout.id === 'statement' ? 320 : 480,
    sizeOf: (src) => writer.sizeOf(src),
  }
}

function placedShapes(writer: SlideWriter, part: Placed, slot: Slot, isAlone: boolean, free: Set<SlotKey>): string[] {
  if (part.kind === 'table') {
    const description = captionOf(part.table)
    const name = { id: writer.nextId(), name: 'Table', ...(description !== undefined && { description }) }
    return [tableFrame(part.layout, name, part.box, writer.text)]
  }
  if (part.kind === 'picture') return [writer.pictureAt(part.src, part.alt, part.box)]
  const key = [slot.key, 'second' as const].find((one) => free.has(one) && writer.slot(one) !== undefined)
  if (key === undefined || part.isCode) return [textBox(writer.nextId(), part.paragraphs, part.box, writer.text, part.isCode)]
  free.delete(key)
  return writer.fill(
    key,
    part.paragraphs,
    isAlone && key === slot.key && slot.box.width === writer.slot(key)?.box.width ? undefined : part.box,
  )
}

/** A picture in its own place: whole beside a text, cut to its place from edge to edge. Words with it stand at its foot. */
function pictureShapes(writer: SlideWriter, blocks: readonly Block[]): string[] {
  const slot = writer.slot('picture')
  const box = slot ? writer.boxOf(slot) : { x: 672, y: 184, width: 568, height: 488 }
  const isWhole = writer.layout.id !== 'picture'
  const pictures = blocks.flatMap((block) => (block.kind === 'picture' ? [block] : []))
  const shapes = pictures.map(({ src, alt }) => {
    const size = writer.sizeOf(src)
    return isWhole ? writer.pictureAt(src, alt, centred(size, box)) : writer.pictureAt(src, alt, box, cutTo(size, box))
  })
  const words = blocks.flatMap((block) => (block.kind === 'text' ? [block.paragraph] : []))
  const foot = { ...box, y: box.y + box.height - 44, height: 40 }
  const caption = words.length > 0 ? [textBox(writer.nextId(), words, foot, writer.text)] : []
  return [...shapes, ...caption, ...(isWhole ? [] : [paperSheet(writer.nextId())])]
}

/** The deck's own line and its sign, at the end of the row. */
function footerShapes(writer: SlideWriter, { children }: PlacedPart): string[] {
  const pictures = blocksOf(children).flatMap((block) => (block.kind === 'picture' ? [block] : []))
  let end = 1240
  const signs = pictures.map(({ src, alt }) => {
    const { width, height } = writer.sizeOf(src)
    const scale = Math.min(24 / height, 160 / width)
    end -= width * scale
    const box = { x: writer.deck.rtl ? 1280 - end - width * scale : end, y: 690, width: width * scale, height: height * scale }
    end -= 16
    return writer.pictureAt(src, alt, box)
  })
  const line = { x: writer.deck.rtl ? 1280 - end : 930, y: 690, width: end - 930, height: 24 }
  return [...writer.fill('footer', [{ runs: lineOf(children) }], signs.length > 0 ? line : undefined), ...signs]
}

/** Last on the slide, from below. */
function footnoteShapes(writer: SlideWriter, blocks: readonly Block[]): string[] {
  const slot = writer.slot('footnotes') ?? writer.slot('body')
  if (!slot) return []
  const small = { ...flowOf(writer, slot), size: 16 }
  const box = writer.boxOf(slot)
  const lines = blocks.map((block) => (block.kind === 'text' ? { ...block, paragraph: { ...block.paragraph, after: 0 } } : block))
  const height = placeBlocks(lines, box, small).reduce((sum, part) => sum + part.box.height, 0)
  const paragraphs = lines.flatMap((block) => (block.kind === 'text' ? [block.paragraph] : []))
  return writer.fill('footnotes', paragraphs, { ...box, y: box.y + box.height - height - 4, height: height + 4 })
}

function factShapes(writer: SlideWriter, { key, children }: PlacedPart): string[] {
  const count = elementsOf(writer.slide.content).filter((element) => classesOf(element).includes('fact')).length
  const most = writer.layout.slots.filter((slot) => slot.key.startsWith('fact')).length
  const slot = writer.slot(key)
  const own = factBoxes(count)[Number(key.slice('fact'.length))]
  const box = slot && own && count !== most ? writer.boxOf({ ...slot, box: own }) : undefined
  const paragraphs = children.flatMap((child) => {
    if (child.type !== 'element') return []
    const look: Look =
      child.tagName === 'dt' ? { size: 20, colour: 'tx2' } : classesOf(child).includes('missing') ? { colour: 'tx2' } : {}
    return [{ runs: lineOf(child.children, look), line: child.tagName === 'dt' ? 22 : 28 }]
  })
  return writer.fill(key, paragraphs, box)
}

function numberShape(writer: SlideWriter): string {
  const slot = writer.slot('number')
  const words = xml('a:p', {}, slideNumberField(String(writer.slide.index + 1), writer.deck.language))
  return slot ? filledSlot(slot, writer.nextId(), words) : ''
}
