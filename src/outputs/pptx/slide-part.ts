import type { StageState } from '../../story/mark.ts'
import type { Size } from '../../story/picture.ts'
import type { Slide } from '../../story/story.ts'
import { locatorOf } from '../slide-data.ts'
import { type Group, grouped, paragraphsIn } from './groups.ts'
import { filledSlot, mirrored, type Slot } from './layouts.ts'
import { locatorShapes, markShapes, SAME } from './mark-shapes.ts'
import { backgroundOf } from './media.ts'
import { type Part, xmlPart } from './package.ts'
import type { PaintedArea, PaintedChart, PaintedSlide } from './painted.ts'
import { slideNumberField } from './presentation-parts.ts'
import { groupShape, MASTER_COLOURS, objectTree, preset, shape, themeFill, transform } from './shapes.ts'
import { transitionInto } from './slide-parts.ts'
import { type DeckContext, SlideWriter } from './slide-writer.ts'
import { tableFrame } from './table.ts'
import { paragraphsXml, textBox } from './text-body.ts'
import { NAMESPACES } from './theme.ts'
import { type Box, onSlide, SLIDE, withAlternatives, xml } from './xml.ts'

/** Writes the part of one slide, everything where a browser has painted it. */
export function slidePart(slide: Slide, { pieces: painted, ground: colour }: PaintedSlide, deck: DeckContext): Part {
  const writer = new SlideWriter(slide, deck)
  const pieces = grouped(painted, deck.rtl)
  const title = pieces.findIndex(({ part }) => part === 'title')
  // What is said of the chart is read after the text beside it, as everywhere; without such a text, after the headline.
  const text = pieces.findLastIndex(({ part, kind }) => part === 'body' && kind !== 'area')
  const stage = text < 0 ? title : text
  const objects = [
    // Who lists slides, or has them read out, knows them by their titles.
    ...(title < 0 ? writer.fill('title', [{ runs: [{ text: slide.title }] }]) : []),
    ...(stage < 0 ? stageShapes(writer) : []),
    ...pieces.flatMap((piece, index) => [...written(writer, piece), ...(index === stage ? stageShapes(writer) : [])]),
    numberShape(writer),
  ]
  const ground = backgroundOf(
    slide.content,
    colour === undefined ? undefined : writer.wording.placeOf(colour),
    deck,
    writer.relationships,
  )
  const root = xml(
    'p:sld',
    NAMESPACES,
    objectTree(objects.map(withAlternatives), { ground }),
    MASTER_COLOURS,
    transitionInto(slide.index, deck.story.wide.states),
  )
  return xmlPart(`ppt/slides/slide${slide.index + 1}.xml`, 'presentationml.slide', root, writer.relationships)
}

function written(writer: SlideWriter, piece: ReturnType<typeof grouped>[number]): string[] {
  if (piece.kind === 'group') return [textShape(writer, piece)]
  if (piece.kind === 'picture') return [writer.picture(piece)]
  if (piece.kind === 'area') return areaShape(writer, piece)
  if (piece.kind === 'chart') return piece.part === 'map' ? mapShapes(writer, piece) : chartShapes(writer, piece)
  const name = { id: writer.nextId(), name: 'Table', ...(piece.caption !== '' && { description: piece.caption }) }
  return [tableFrame(piece, name, writer.text, writer.wording)]
}

/** Text in its place on the layout, where that is free, else in a box of its own. */
function textShape(writer: SlideWriter, group: Group): string {
  const [first] = group.texts
  const slot = first?.on ? undefined : writer.take(group.part)
  const words = paragraphsXml(paragraphsIn(group, writer.wording, slot?.style), writer.text, slot?.style)
  if (slot) {
    return filledSlot(slot, writer.nextId(), words, { ...boxIn(slot, group, writer), rtl: writer.deck.rtl })
  }
  if (!first?.on) return textBox(writer.nextId(), words, roomy(group, writer.deck.rtl))
  const { box, colour } = first.on
  const inset = [group.box.x - box.x, group.box.y - box.y, box.x + box.width - group.box.x - group.box.width, 0]
  return textBox(writer.nextId(), words, box, { colour: writer.wording.placeOf(colour), inset })
}

/** Two px come from rounding. */
const NEAR = 2

/** The box of a text where it is not that of its place, and how much of the place stays free at the end of its lines, in px. */
function boxIn(slot: Slot, group: Group, { deck: { rtl } }: SlideWriter): { box?: Box; free: number } {
  const [place, { box, texts }] = [rtl ? mirrored(slot) : slot.box, group]
  const isAtRight = rtl === (slot.style.align === undefined)
  const sideOf = ({ x, width }: Box) => (isAtRight ? x + width : x)
  const edgeOf = ({ y, height }: Box) => (slot.low ? y + height : y)
  const isThere = Math.abs(sideOf(box) - sideOf(place)) <= NEAR && Math.abs(edgeOf(box) - edgeOf(place)) <= NEAR
  if (!isThere || box.width > place.width + NEAR || box.height > place.height + NEAR) return { box: roomy(group, rtl), free: 0 }
  const widths = texts.map(({ balanced, lines }) => (lines > 1 && balanced !== undefined ? balanced * 1.01 : box.width))
  const free = Math.floor(place.width - Math.max(...widths))
  const isOne = texts.every(({ lines }) => lines === 1) && slot.key !== 'title'
  return { free: isOne || free <= NEAR ? 0 : free }
}

/** A line that is as wide as its box needs a little more where the letters are those of another program. */
function roomy({ box, texts }: Group, rtl: boolean): Box {
  const more = texts.every(({ lines }) => lines === 1) ? 2 + box.width * 0.04 : NEAR
  const align = texts[0]?.align
  const before = align === 'ctr' ? more / 2 : (align === 'end') !== rtl ? more : 0
  return onSlide({ ...box, x: box.x - before, width: box.width + more })
}

/** A ground of some words, or a line; a layout has its own. */
function areaShape(writer: SlideWriter, { box, colour }: PaintedArea): string[] {
  if (Math.abs(box.y - (writer.layout.line ?? Number.NaN)) < NEAR && box.height < NEAR) return []
  const name = { id: writer.nextId(), name: Math.min(box.width, box.height) > 4 ? 'Ground' : 'Line', decorative: true }
  return [shape(name, transform(onSlide(box)) + preset('rect') + themeFill(writer.wording.placeOf(colour)))]
}

function mapShapes(writer: SlideWriter, { box }: PaintedChart): string[] {
  const map = locatorOf(writer.slide)
  return map ? locatorShapes(map, box, () => ({ id: writer.nextId(), name: 'Map', decorative: true })) : []
}

function stageShapes(writer: SlideWriter): string[] {
  const state = writer.deck.story.wide.states[writer.slide.index]
  return state ? shapesOf(writer, state, SAME, SLIDE) : []
}

/** A chart in the text, as one object. Its marks are none of the stage's, whatever they are called. */
function chartShapes(writer: SlideWriter, { box }: PaintedChart): string[] {
  const chart = writer.nextChart()
  if (!chart) return []
  const name = { id: writer.nextId(), name: 'Chart' }
  return [groupShape(name, box, chart.frame, shapesOf(writer, chart.state, '', chart.frame))]
}

function shapesOf(writer: SlideWriter, state: StageState, prefix: string, sheet: Size): string[] {
  return markShapes(state, {
    nextId: () => writer.nextId(),
    language: writer.deck.language,
    prefix,
    sheet,
    colours: writer.colours,
    blipOf: (href) => writer.blip(href),
    sizeOf: (href) => writer.sizeOf(href),
  })
}

function numberShape(writer: SlideWriter): string {
  const slot = writer.take('number')
  const words = xml('a:p', {}, slideNumberField(String(writer.slide.index + 1), writer.deck.language))
  return slot ? filledSlot(slot, writer.nextId(), words) : ''
}
