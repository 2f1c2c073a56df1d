import type { Element } from 'hast'
import { textWidth } from '../../motion/measure-text.ts'
import { compactOutline } from '../../motion/outline.ts'
import { isSeen } from '../../motion/paint.ts'
import type { ImageMark, Mark, Paint, PathMark, RectMark, RuleMark, StageState, TextMark } from '../../story/mark.ts'
import type { Size } from '../../story/picture.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { hasClass } from '../../tree/has-class.ts'
import { inPlace } from './media.ts'
import { clipLine, outlineGeometry } from './outline-geometry.ts'
import { connector, type ObjectName, pictureShape, preset, shape, transform } from './shapes.ts'
import { colour, faceOf, fill, onGround } from './theme.ts'
import { type Box, emu, escapeXml, onSlide, SLIDE, typeSize, xml } from './xml.ts'

/** What the shapes of one slide need from it. */
interface ShapeContext {
  /** An id that no other object of the slide has. */
  nextId(): number
  /** Takes the bytes of a `data:` address into the package and says where they are. */
  blipOf(href: string): string
  sizeOf(href: string): Size
  /** The language of text, as Office names it. */
  language: string
  /** How large the whole chart is; the slide unless given. */
  sheet?: Size
  /** What the names of its marks begin with. */
  prefix: string
  /** The colours of the slide's ground by what they are for, as `#rrggbb`. */
  colours: Readonly<Record<string, string>>
}

/** Begins the names of objects that PowerPoint's Morph takes for one and the same on two slides. */
export const SAME = '!!'

/** Room around the whole chart: what it says stands on an object without a look, since each mark alone says little. */
const WHOLE: Box = { x: 0, y: 0, ...SLIDE }

/** The marks of a state as shapes in drawing order; before them what the chart says. Nothing for an empty stage. */
export function markShapes(state: StageState, context: ShapeContext): string[] {
  if (state.marks.size === 0) return []
  const marks = withoutHalos([...state.marks].filter(([, mark]) => isSeen(mark)))
  const shapes = marks.flatMap(([key, mark]) => markShape(key, painted(mark, context.colours), context))
  return [chartName(state, context), ...shapes]
}

/** Of a text that is drawn twice at one place, first in the colour of the paper, the second: nobody wants to edit it twice. */
function withoutHalos(marks: readonly [string, Mark][]): [string, Mark][] {
  const placeOf = (mark: Mark) => (mark.kind === 'text' ? `${mark.x} ${mark.y} ${mark.text}` : '')
  const last = new Map(marks.map(([key, mark]) => [placeOf(mark), key]))
  return marks.filter(([key, mark]) => mark.kind !== 'text' || last.get(placeOf(mark)) === key)
}

function painted(mark: Mark, colours: ShapeContext['colours']): Mark {
  const { fill: inside, stroke: line } = mark
  return {
    ...mark,
    ...(inside !== undefined && { fill: onGround(inside, colours) }),
    ...(line !== undefined && { stroke: onGround(line, colours) }),
  }
}

function chartName({ name }: StageState, { nextId, sheet = SLIDE }: ShapeContext): string {
  return plainShape({ id: nextId(), name: 'Chart', description: name }, transform({ x: 0, y: 0, ...sheet }) + preset('rect'), {})
}

function markShape(key: string, mark: Mark, context: ShapeContext): string[] {
  const name = (decorative: boolean): ObjectName => ({
    id: context.nextId(),
    name: `${context.prefix}${key}`,
    ...(decorative && { decorative }),
  })
  const room = roomOf(mark)
  if (mark.kind === 'rect') return rectShape(mark, room, () => name(true))
  if (mark.kind === 'rule') return ruleShape(mark, room, () => name(true))
  if (mark.kind === 'path') return pathShape(mark, room, () => name(true))
  if (mark.kind === 'text') return [textShape(mark, name(false), context.language)]
  return imageShape(mark, name(true), context)
}

/** The part of the slide that a mark may show in. Outlines that it is clipped to are left out: no other program could cut along them. */
function roomOf({ clip = '' }: Mark): Box {
  return clip
    .split(';')
    .filter((part) => /^[-\d.]/.test(part))
    .reduce((room, part) => {
      const [x = 0, y = 0, width = 0, height = 0] = part.split(' ').map(Number)
      return common(room, { x, y, width, height })
    }, WHOLE)
}

function common(a: Box, b: Box): Box {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)]
  return {
    x,
    y,
    width: Math.min(a.x + a.width, b.x + b.width) - x,
    height: Math.min(a.y + a.height, b.y + b.height) - y,
  }
}

/** Always with corners that can be rounded: then bars, squares and bubbles are one kind of shape, and turn into one another. */
function rectShape(mark: RectMark, room: Box, name: () => ObjectName): string[] {
  const box = common(mark, room)
  if (box.width < 0 || box.height < 0) return []
  const least = Math.min(mark.width, mark.height)
  const adj = least > 0 ? Math.min(50_000, ((mark.radius ?? 0) / least) * 100_000) : 0
  return [plainShape(name(), transform(box) + preset('roundRect', { adj }), mark)]
}

function ruleShape(mark: RuleMark, room: Box, name: () => ObjectName): string[] {
  const line = clipLine([mark.x, mark.y], [mark.x2, mark.y2], room)
  if (!line) return []
  const [[x1, y1], [x2, y2]] = line
  const box = { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) }
  const place = transform(box, { flipH: x2 < x1, flipV: y2 < y1 })
  return [connector(name(), place + preset('line') + stroke(mark))]
}

/** The outline of a path, cut to the room. */
export function pathShape(mark: PathMark, room: Box, name: () => ObjectName): string[] {
  const geometry = outlineGeometry(mark, room)
  return geometry ? [plainShape(name(), transform(geometry.box) + geometry.outline, mark)] : []
}

/** A shape of an outline that is written already. */
export function plainShape(name: ObjectName, geometry: string, paint: Paint): string {
  const inside = fill(paint.fill, (paint.opacity ?? 1) * (paint.fillOpacity ?? 1))
  return shape(name, geometry + inside + stroke(paint))
}

const CAPS: Readonly<Record<string, string>> = { round: 'rnd', square: 'sq' }

/** The line around a shape. Its dashes are counted by its own width. */
function stroke(paint: Paint): string {
  const { strokeWidth = 1, strokeDash = '', strokeCap = '', strokeJoin = '' } = paint
  const ink = fill(paint.stroke, (paint.opacity ?? 1) * (paint.strokeOpacity ?? 1))
  if (paint.stroke === undefined || strokeWidth <= 0) return xml('a:ln', {}, xml('a:noFill'))
  const lengths = strokeDash
    .split(/[\s,]+/)
    .filter((text) => text !== '')
    .map((text) => Math.round((Number(text) / strokeWidth) * 100_000))
  const pairs = lengths.length % 2 === 0 ? lengths : [...lengths, ...lengths]
  const dashes = pairs.flatMap((d, index) => (index % 2 === 0 ? [xml('a:ds', { d, sp: pairs[index + 1] ?? d })] : []))
  const join = strokeJoin === 'round' || strokeJoin === 'bevel' ? xml(`a:${strokeJoin}`) : xml('a:miter', { lim: 400_000 })
  return xml(
    'a:ln',
    { w: emu(strokeWidth), cap: CAPS[strokeCap] ?? 'flat' },
    ink,
    dashes.length > 0 ? xml('a:custDash', {}, ...dashes) : '',
    join,
  )
}

/** A picture that is not as wide as its box in proportion stands in its middle. */
function imageShape(mark: ImageMark, name: ObjectName, { blipOf, sizeOf }: ShapeContext): string[] {
  const { box } = inPlace({ box: mark, fit: mark.stretched ? 'fill' : 'contain', at: [0.5, 0.5] }, sizeOf(mark.href))
  return [pictureShape(name, onSlide(box), blipOf(mark.href))]
}

/** Where the baseline is below the middle of a line, and the height of the line, by its size. Nearly the same for all faces of a kind. */
const [BASELINE, LINE] = [0.312, 1.424]

/** Room beside a text whose face is another one: a box that is too narrow would not move its text, but be hard to take hold of. */
const SLACK = 1.04

/** A part of the height that the face asks for, in thousandths of a per cent: so the baseline stands where `BASELINE` has it. */
const TIGHT = 92_000

/** One line of text, in a box around it that is anchored as the text is. */
function textShape(mark: TextMark, name: ObjectName, language: string): string {
  const { x, y, text, size, family, weight, anchor, angle = 0 } = mark
  const width = Math.min(SLIDE.width, Math.max(1, textWidth(text, size, family, weight) * SLACK))
  const part = anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)]
  // From the place of the text to the middle of its box, turned with it.
  const [dx, dy] = [width * (0.5 - part), -BASELINE * size]
  const [middleX, middleY] = [x + dx * cos - dy * sin, y + dx * sin + dy * cos]
  const box = { x: middleX - width / 2, y: middleY - (LINE * size) / 2, width, height: LINE * size }
  const look = transform(angle ? box : keptOn(box), { turned: angle }) + preset('rect') + xml('a:noFill')
  const frame = { wrap: 'none', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 'ctr' }
  const align = { algn: part === 0 ? 'l' : part === 1 ? 'r' : 'ctr' }
  const run = xml('a:r', {}, textLook(mark, language), `<a:t>${escapeXml(text)}</a:t>`)
  const words = xml('a:p', {}, xml('a:pPr', align, xml('a:lnSpc', {}, xml('a:spcPct', { val: TIGHT }))), run)
  const body = xml('p:txBody', {}, xml('a:bodyPr', frame, xml('a:noAutofit')), xml('a:lstStyle'), words)
  return shape(name, look, { isTextBox: true, words: body })
}

function keptOn(box: Box): Box {
  const inside = (at: number, length: number, room: number) => Math.max(0, Math.min(at, room - length))
  return { ...box, x: inside(box.x, box.width, SLIDE.width), y: inside(box.y, box.height, SLIDE.height) }
}

function textLook({ size, weight = 400, italic, family, fill, opacity = 1, fillOpacity = 1 }: TextMark, lang: string): string {
  return xml(
    'a:rPr',
    { lang, sz: typeSize(size), b: weight >= 600 ? 1 : undefined, i: italic ? 1 : undefined },
    xml('a:solidFill', {}, colour(fill ?? 'var(--ink)', opacity * fillOpacity)),
    xml('a:latin', faceOf(family)),
  )
}

/** The small map as shapes: the land around, the place, and a ring where it is small. */
export function locatorShapes(map: Element, box: Box, name: () => ObjectName): string[] {
  const [, , width = box.width, height = box.height] = String(map.properties.viewBox).split(' ').map(Number)
  const scale = Math.min(box.width / width, box.height / height)
  const outlines = elementsOf(map, 'path').flatMap((path) => {
    const d = compactOutline(String(path.properties.d), box.x, box.y, scale)
    const fill = hasClass(path, 'place') ? 'var(--signal)' : 'var(--faint)'
    return pathShape({ kind: 'path', x: 0, y: 0, d, fill } satisfies Partial<PathMark> as PathMark, box, name)
  })
  const rings = elementsOf(map, 'circle').map(({ properties: { cx, cy, r } }) => {
    const radius = Number(r) * scale
    const place = {
      x: box.x + Number(cx) * scale - radius,
      y: box.y + Number(cy) * scale - radius,
      width: 2 * radius,
      height: 2 * radius,
    }
    return plainShape(name(), transform(place) + preset('ellipse'), { stroke: 'var(--signal)', strokeWidth: 1 })
  })
  return [...outlines, ...rings]
}
