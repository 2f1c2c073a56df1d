import type { Slot, TextStyle } from './layouts.ts'
import { type ObjectName, objectName, preset, transform } from './shapes.ts'
import { type Box, hundredths, typeSize } from './units.ts'
import { xml } from './xml.ts'

/** Which place of the layout an object fills. */
export function placeholder({ type, index }: Pick<Slot, 'type' | 'index'>): string {
  return xml('p:ph', { type, idx: index, sz: type === 'sldNum' || type === 'ftr' ? 'quarter' : undefined })
}

/** Text that fills a place; where the box is not the layout's, it is said. `words` are paragraphs. */
export function filledSlot(slot: Slot, name: ObjectName, words: string, box?: Box): string {
  const about = xml(
    'p:nvSpPr',
    {},
    objectName(name),
    xml('p:cNvSpPr', {}, '<a:spLocks noGrp="1"/>'),
    xml('p:nvPr', {}, placeholder(slot)),
  )
  const body = xml('p:txBody', {}, '<a:bodyPr/><a:lstStyle/>', words)
  return xml('p:sp', {}, about, xml('p:spPr', {}, box ? transform(box) : ''), body)
}

/** A place as a layout or master declares it, with the look of its text. `prompt` is what it says while it is empty. */
export function declaredSlot(slot: Slot, id: number, prompt: string, rtl: boolean): string {
  const { name, box, style, low } = slot
  const about = xml(
    'p:nvSpPr',
    {},
    objectName({ id, name }),
    xml('p:cNvSpPr', {}, '<a:spLocks noGrp="1"/>'),
    xml('p:nvPr', {}, placeholder(slot)),
  )
  const frame = { lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: low ? 'b' : 't' }
  const shape = xml('p:spPr', {}, transform(rtl ? mirrored(slot) : box), preset('rect'))
  const words = xml('p:txBody', {}, xml('a:bodyPr', frame, xml('a:normAutofit')), listStyle(style, rtl), xml('a:p', {}, prompt))
  return xml('p:sp', {}, about, shape, words)
}

/** Where a place is when text runs from right to left; what stands beside the chart stays there. */
export function mirrored({ box, key }: Slot): Box {
  return key === 'body' && box.width === 350 ? box : { ...box, x: 1280 - box.x - box.width }
}

function listStyle(style: TextStyle, rtl: boolean): string {
  return xml('a:lstStyle', {}, levelStyle('a:lvl1pPr', style, rtl))
}

/** Line heights, in thousandths of a per cent of what the face asks for: large type is set tighter. */
const [TIGHT, LOOSE] = [85_000, 92_000]

/** The look of one level of a list of text. */
export function levelStyle(
  tag: string,
  { size, bold, major, colour = 'tx1', after = 0, align }: TextStyle,
  rtl: boolean,
): string {
  const side = align === undefined ? (rtl ? 'r' : 'l') : rtl ? 'l' : align
  return xml(
    tag,
    { marL: 0, indent: 0, algn: side, rtl: rtl ? 1 : 0, defTabSz: 914_400 },
    xml('a:lnSpc', {}, xml('a:spcPct', { val: size > 30 ? TIGHT : LOOSE })),
    xml('a:spcBef', {}, xml('a:spcPts', { val: 0 })),
    xml('a:spcAft', {}, xml('a:spcPts', { val: hundredths(after) })),
    xml('a:buNone'),
    xml(
      'a:defRPr',
      { sz: typeSize(size), b: bold ? 1 : 0, kern: 1200 },
      xml('a:solidFill', {}, xml('a:schemeClr', { val: colour })),
      xml('a:latin', { typeface: major ? '+mj-lt' : '+mn-lt' }),
      xml('a:ea', { typeface: major ? '+mj-ea' : '+mn-ea' }),
      xml('a:cs', { typeface: major ? '+mj-cs' : '+mn-cs' }),
    ),
  )
}
