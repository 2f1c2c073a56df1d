import type { Size } from '../../story/picture.ts'
import { type Attributes, type Box, emu, xml } from './xml.ts'

/** What every object on a slide has: an id of its own on that slide, and its name in the list of objects. */
export interface ObjectName {
  id: number
  name: string
  /** What a screen reader says of it. */
  description?: string
  /** It says nothing that is not said elsewhere, and screen readers pass over it. */
  decorative?: boolean
}

const DECORATIVE = xml(
  'a:extLst',
  {},
  xml(
    'a:ext',
    { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' },
    xml('adec:decorative', { 'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative', val: 1 }),
  ),
)

/** Id, name and words of an object. */
function objectName({ id, name, description, decorative }: ObjectName): string {
  return xml('p:cNvPr', { id, name, descr: description }, decorative ? DECORATIVE : '')
}

/** Where a shape is; `turned` is clockwise about its middle, in degrees. `tag` differs for what is no shape of DrawingML's own. */
export function transform(
  { x, y, width, height }: Box,
  { turned = 0, flipH = false, flipV = false, tag = 'a:xfrm' } = {},
): string {
  const attributes: Attributes = {
    rot: turned === 0 ? undefined : Math.round((((turned % 360) + 360) % 360) * 60_000),
    flipH: flipH ? 1 : undefined,
    flipV: flipV ? 1 : undefined,
  }
  return xml(
    tag,
    attributes,
    xml('a:off', { x: emu(x), y: emu(y) }),
    xml('a:ext', { cx: Math.max(0, emu(width)), cy: Math.max(0, emu(height)) }),
  )
}

/** One of DrawingML's own outlines, with its adjustments. */
export function preset(prst: string, adjustments: Readonly<Record<string, number>> = {}): string {
  const list = Object.entries(adjustments).map(([name, value]) => xml('a:gd', { name, fmla: `val ${Math.round(value)}` }))
  return xml('a:prstGeom', { prst }, xml('a:avLst', {}, ...list))
}

/** Places of a layout stay by themselves. */
export const NO_GROUP = '<a:spLocks noGrp="1"/>'

/** What a shape has beside its name and its look (place, outline and paint, as they are written). */
interface ShapeParts {
  /** What nobody may do with it in PowerPoint. */
  locks?: string
  isTextBox?: boolean
  /** Which place of the layout it fills. */
  place?: string
  /** Its text body. */
  words?: string
}

/** A shape. */
export function shape(
  name: ObjectName,
  look: string,
  { locks = '', isTextBox, place = '', words = '' }: ShapeParts = {},
): string {
  const kind = xml('p:cNvSpPr', { txBox: isTextBox ? 1 : undefined }, locks)
  return xml('p:sp', {}, xml('p:nvSpPr', {}, objectName(name), kind, xml('p:nvPr', {}, place)), xml('p:spPr', {}, look), words)
}

/** A line between two points. */
export function connector(name: ObjectName, look: string): string {
  const about = xml('p:nvCxnSpPr', {}, objectName(name), xml('p:cNvCxnSpPr'), xml('p:nvPr'))
  return xml('p:cxnSp', {}, about, xml('p:spPr', {}, look))
}

/** What stands in a frame, such as a table, by the address that names its kind. */
export function graphicFrame(name: ObjectName, box: Box, uri: string, content: string, locks = ''): string {
  const about = xml('p:nvGraphicFramePr', {}, objectName(name), xml('p:cNvGraphicFramePr', {}, locks), xml('p:nvPr'))
  const graphic = xml('a:graphic', {}, xml('a:graphicData', { uri }, content))
  return xml('p:graphicFrame', {}, about, transform(box, { tag: 'p:xfrm' }), graphic)
}

/** Objects as one, which are drawn on a sheet of this size and stand in the box. */
export function groupShape(name: ObjectName, box: Box, sheet: Size, objects: readonly string[]): string {
  const place = transform(box).replace(
    '</a:xfrm>',
    xml('a:chOff', { x: 0, y: 0 }) + xml('a:chExt', { cx: emu(sheet.width), cy: emu(sheet.height) }),
  )
  const about = xml('p:nvGrpSpPr', {}, objectName(name), '<p:cNvGrpSpPr/><p:nvPr/>')
  return xml('p:grpSp', {}, about, xml('p:grpSpPr', {}, `${place}</a:xfrm>`), ...objects)
}

const GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'

/** All objects of a slide, a layout, a master or a page of notes, on their ground. */
export function objectTree(objects: readonly string[], { ground = '', name }: { ground?: string; name?: string } = {}): string {
  return xml('p:cSld', { name }, ground, xml('p:spTree', {}, GROUP, ...objects))
}

/** What is behind all objects; `paint` is written already. */
export function background(paint: string): string {
  return xml('p:bg', {}, xml('p:bgPr', {}, paint, xml('a:effectLst')))
}

/** The colours are those of the master. */
export const MASTER_COLOURS = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>'

/** Painted in a colour of the theme by its place there, or in any other (`#rrggbb`). */
export function themeFill(colour: string): string {
  const paint = colour.startsWith('#')
    ? xml('a:srgbClr', { val: colour.slice(1).toUpperCase() })
    : xml('a:schemeClr', { val: colour })
  return xml('a:solidFill', {}, paint)
}

/** A picture of the package, cut by parts of its sides in thousandths of a per cent. `blip` says where its bytes are. */
export function pictureShape(name: ObjectName, box: Box, blip: string, cut: Attributes = {}): string {
  return xml(
    'p:pic',
    {},
    xml('p:nvPicPr', {}, objectName(name), xml('p:cNvPicPr', {}, xml('a:picLocks', { noChangeAspect: 1 })), xml('p:nvPr')),
    xml('p:blipFill', {}, blip, xml('a:srcRect', cut), xml('a:stretch', {}, xml('a:fillRect'))),
    xml('p:spPr', {}, transform(box), preset('rect')),
  )
}

/** A thin straight line in a colour of the theme. */
export function lineShape(name: ObjectName, box: Box, colour: string): string {
  return connector(name, transform(box) + preset('line') + xml('a:ln', { w: 9525 }, themeFill(colour)))
}
