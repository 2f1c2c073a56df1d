import { NO_GROUP, preset, shape, themeFill, transform } from './shapes.ts'
import { lineHeight, tracking } from './text-body.ts'
import { type Box, emu, hundredths, typeSize, xml } from './xml.ts'

/** How the text of a place looks unless it says otherwise; sizes in px. */
export interface TextStyle {
  size: number
  bold?: boolean
  /** The face of headlines. */
  major?: boolean
  /** A colour's place in the theme; ink unless given. */
  colour?: string
  /** Height of its lines in px, the same in every program and for every face; by its size unless given. */
  line?: number
  /** Space after a paragraph, in px. */
  after?: number
  align?: 'l' | 'r'
}

/** A place on a layout that slides fill. */
export interface Slot {
  key: SlotKey
  /** As PowerPoint lists it. */
  name: string
  type: 'title' | 'body' | 'pic' | 'sldNum' | 'ftr'
  /** Number by which slides find it; a title has none. */
  index?: number
  box: Box
  style: TextStyle
  /** Text stands on its lower edge. */
  low?: true
}

/** The parts of a slide that have a place of their own. */
export type SlotKey =
  | 'kicker'
  | 'title'
  | 'body'
  | 'second'
  | 'picture'
  | 'source'
  | 'footnotes'
  | 'number'
  | 'footer'
  | `fact${number}`

/** What a slide may look like; slides know it by the class of their outermost element. */
export interface Layout {
  /** That class, without `slide-`. */
  id: string
  name: string
  slots: readonly Slot[]
  /** A hairline across the slide, at this height in px. */
  line?: number
}

/** The places that every layout has, as the style sheet of slides has them. */
const TITLE: Slot = {
  key: 'title',
  name: 'Title',
  type: 'title',
  box: { x: 40, y: 56, width: 1200, height: 108 },
  style: { size: 46, bold: true, major: true },
}
const KICKER = body('kicker', 'Kicker', 10, [40, 20, 1000, 28], { size: 20, line: 28, colour: 'tx2' })
const NUMBER: Slot = {
  key: 'number',
  name: 'Slide number',
  type: 'sldNum',
  index: 15,
  box: { x: 1140, y: 20, width: 100, height: 28 },
  style: { size: 16, colour: 'tx2', align: 'r' },
}
const FOOTER: Slot = {
  key: 'footer',
  name: 'Footer',
  type: 'ftr',
  index: 16,
  box: { x: 930, y: 690, width: 310, height: 24 },
  style: { size: 16, colour: 'tx2', align: 'r' },
}

/** The source has the row for itself where the deck has no line of its own. */
function commonSlots(hasFooter: boolean): readonly Slot[] {
  const source = body('source', 'Source', 11, [40, 672, hasFooter ? 880 : 1200, 24], { size: 20, line: 24, colour: 'tx2' })
  return [KICKER, TITLE, source, NUMBER, FOOTER]
}

const TEXT: TextStyle = { size: 24, after: 14.4 }

/** Text beside the stage. */
const ASIDE = body('body', 'Text', 1, [40, 184, 350, 416], TEXT)
const SMALL: TextStyle = { size: 16, colour: 'tx2' }

/** All layouts of a deck whose records have their facts in these boxes, and that has a line of its own or not. */
export function layoutsFor({ facts, hasFooter }: { facts: readonly Box[]; hasFooter: boolean }): Layout[] {
  const common = commonSlots(hasFooter)
  const plain = (id: string, name: string, ...slots: Slot[]): Layout => ({ id, name, slots: [...common, ...slots] })
  const footnotes = footnotesAt(1200, 666)
  const beside = (text: number, picture: number) => [
    body('body', 'Text', 1, [text, 184, 560, 488], TEXT),
    pictureSlot([picture, 184, 584, 488]),
    footnotes,
  ]
  return [
    { ...plain('record', 'Record', ASIDE, ...factSlots(facts), footnotesAt(350, 602)), ...(facts.length > 0 && { line: 606 }) },
    plain('statement', 'Statement beside the chart', ASIDE, ...factSlots(facts), footnotesAt(350, 666)),
    plain('text', 'Text in two columns', column('body', 1, 40, 192), column('second', 2, 672, 192), footnotes),
    plain('columns', 'Columns', column('body', 1, 40, 184), column('second', 2, 672, 184), footnotes),
    plain('full', 'Whole width', body('body', 'Text', 1, [40, 176, 1200, 510], TEXT), footnotes),
    plain('quote', 'Quotation', body('body', 'Text', 1, [40, 200, 1080, 460], TEXT), footnotes),
    plain('big', 'Large figure', body('body', 'Text', 1, [40, 190, 1200, 470], { size: 32, after: 14 }), footnotes),
    sectionLayout(plain),
    plain('picture-left', 'Picture on the left', ...beside(656, 40)),
    plain('picture-right', 'Picture on the right', ...beside(40, 656)),
    pictureLayout(common),
  ]
}

function body(key: SlotKey, name: string, index: number, [x, y, width, height]: readonly number[], style: TextStyle): Slot {
  return { key, name, type: 'body', index, box: { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 }, style }
}

function column(key: SlotKey, index: number, x: number, y: number): Slot {
  return body(key, index === 1 ? 'Text' : 'Text, second column', index, [x, y, 568, 490], TEXT)
}

/** Last on the slide, from below. */
function footnotesAt(width: number, bottom: number): Slot {
  return { ...body('footnotes', 'Footnotes', 12, [40, bottom - 80, width, 80], { ...SMALL, line: 20 }), low: true }
}

function pictureSlot(box: readonly number[]): Slot {
  return { ...body('picture', 'Picture', 13, box, TEXT), type: 'pic' }
}

function sectionLayout(plain: (id: string, name: string, ...slots: Slot[]) => Layout): Layout {
  const large = body('body', 'Text', 1, [40, 448, 900, 220], { size: 28, after: 14 })
  const layout = plain('section', 'Section', large)
  const title: Slot = {
    ...TITLE,
    box: { x: 40, y: 120, width: 1080, height: 300 },
    style: { ...TITLE.style, size: 72 },
    low: true,
  }
  return { ...layout, slots: layout.slots.map((slot) => (slot.key === 'title' ? title : slot)) }
}

/** Words on a sheet of paper that lies on the picture. */
function pictureLayout(common: readonly Slot[]): Layout {
  const title: Slot = { ...TITLE, box: { x: 40, y: 496, width: 780, height: 108 } }
  const text = body('body', 'Text', 1, [40, 608, 780, 76], TEXT)
  const beside = body('footnotes', 'Footnotes', 12, [880, 600, 360, 80], SMALL)
  const slots = common.map((slot) => (slot.key === 'title' ? title : slot))
  return { id: 'picture', name: 'Picture', slots: [pictureSlot([0, 64, 1280, 656]), ...slots, text, beside] }
}

/** The strip of facts in as many columns. */
function factSlots(boxes: readonly Box[]): Slot[] {
  return boxes.map((box, index) => ({
    ...body(`fact${index}`, `Fact ${index + 1}`, 20 + index, [], { size: 24, line: 28 }),
    box,
  }))
}

/** Which place of the layout an object fills. */
function placeholder({ type, index }: Pick<Slot, 'type' | 'index'>): string {
  return xml('p:ph', { type, idx: index, sz: type === 'sldNum' || type === 'ftr' ? 'quarter' : undefined })
}

/** How a text stands in its place: in a box of its own, or so that a part of its lines' end stays free (px). */
interface Filling {
  box?: Box
  free?: number
  rtl?: boolean
}

/** Text that fills a place. `words` are paragraphs. */
export function filledSlot(slot: Slot, id: number, words: string, { box, free = 0, rtl = false }: Filling = {}): string {
  const body = xml(
    'p:txBody',
    {},
    xml('a:bodyPr', free > 0 ? { [rtl ? 'lIns' : 'rIns']: emu(free) } : {}),
    '<a:lstStyle/>',
    words,
  )
  return shape({ id, name: slot.name }, box ? transform(box) : '', { locks: NO_GROUP, place: placeholder(slot), words: body })
}

/** A place as a layout or master declares it, with the look of its text. `prompt` is what it says while it is empty. */
export function declaredSlot(slot: Slot, id: number, prompt: string, rtl: boolean): string {
  const { name, box, style, low } = slot
  const frame = { lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: low ? 'b' : 't' }
  const words = xml('p:txBody', {}, xml('a:bodyPr', frame, xml('a:normAutofit')), listStyle(style, rtl), xml('a:p', {}, prompt))
  const look = transform(rtl ? mirrored(slot) : box) + preset('rect')
  return shape({ id, name }, look, { locks: NO_GROUP, place: placeholder(slot), words })
}

/** Where a place is when text runs from right to left; what stands beside the chart stays there. */
export function mirrored({ box, key }: Slot): Box {
  return key === 'body' && box.width === 350 ? box : { ...box, x: 1280 - box.x - box.width }
}

function listStyle(style: TextStyle, rtl: boolean): string {
  return xml('a:lstStyle', {}, levelStyle('a:lvl1pPr', style, rtl))
}

/** The look of one level of a list of text. */
export function levelStyle(
  tag: string,
  { size, line, bold, major, colour = 'tx1', after = 0, align }: TextStyle,
  rtl: boolean,
): string {
  const side = align === undefined ? (rtl ? 'r' : 'l') : rtl ? 'l' : align
  return xml(
    tag,
    { marL: 0, indent: 0, algn: side, rtl: rtl ? 1 : 0, defTabSz: 914_400 },
    xml('a:lnSpc', {}, xml('a:spcPts', { val: hundredths(line ?? lineHeight(size)) })),
    xml('a:spcBef', {}, xml('a:spcPts', { val: 0 })),
    xml('a:spcAft', {}, xml('a:spcPts', { val: hundredths(after) })),
    xml('a:buNone'),
    xml(
      'a:defRPr',
      { sz: typeSize(size), b: bold ? 1 : 0, kern: 1200, spc: major ? hundredths(tracking(size)) : undefined },
      themeFill(colour),
      xml('a:latin', { typeface: major ? '+mj-lt' : '+mn-lt' }),
      xml('a:ea', { typeface: major ? '+mj-ea' : '+mn-ea' }),
      xml('a:cs', { typeface: major ? '+mj-cs' : '+mn-cs' }),
    ),
  )
}
