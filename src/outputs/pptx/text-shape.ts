import { textWidth } from '../../motion/measure-text.ts'
import type { TextMark } from '../../story/mark.ts'
import { colour } from './colours.ts'
import { type ObjectName, objectName, preset, transform } from './shapes.ts'
import { type Box, SLIDE, typeSize } from './units.ts'
import { type Attributes, escapeXml, xml } from './xml.ts'

/** Where the baseline is below the middle of a line, and the height of the line, by its size. Nearly the same for all faces of a kind. */
const [BASELINE, LINE] = [0.312, 1.424]

/** Room beside a text whose face is another one: a box that is too narrow would not move its text, but be hard to take hold of. */
const SLACK = 1.04

/** One line of text, in a box around it that is anchored as the text is. */
export function textShape(mark: TextMark, name: ObjectName, language: string): string {
  const { x, y, text, size, family, weight, anchor, angle = 0 } = mark
  const width = Math.min(SLIDE.width, Math.max(1, textWidth(text, size, family, weight) * SLACK))
  const part = anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)]
  // From the place of the text to the middle of its box, turned with it.
  const [dx, dy] = [width * (0.5 - part), -BASELINE * size]
  const [middleX, middleY] = [x + dx * cos - dy * sin, y + dx * sin + dy * cos]
  const box = { x: middleX - width / 2, y: middleY - (LINE * size) / 2, width, height: LINE * size }
  const about = xml('p:nvSpPr', {}, objectName(name), xml('p:cNvSpPr', { txBox: 1 }), xml('p:nvPr'))
  const shape = xml('p:spPr', {}, transform(angle ? box : onSlide(box), { turned: angle }), preset('rect'), xml('a:noFill'))
  const frame = { wrap: 'none', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 'ctr' }
  const align = { algn: part === 0 ? 'l' : part === 1 ? 'r' : 'ctr' }
  const run = xml('a:r', {}, textLook(mark, language), `<a:t>${escapeXml(text)}</a:t>`)
  const words = xml('a:p', {}, xml('a:pPr', align), run)
  return xml('p:sp', {}, about, shape, xml('p:txBody', {}, xml('a:bodyPr', frame, xml('a:noAutofit')), xml('a:lstStyle'), words))
}

function onSlide(box: Box): Box {
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

/** What stands for the families that every browser has; who lacks it finds one like it by its description. */
const GENERIC: readonly [RegExp, Attributes][] = [
  [/mono|courier|consol|menlo/i, { typeface: 'Courier New', panose: '02070309020205020404', pitchFamily: 49 }],
  [/sans|helvetica|arial/i, { typeface: 'Arial', panose: '020B0604020202020204', pitchFamily: 34 }],
  [/serif|times/i, { typeface: 'Times New Roman', panose: '02020603050405020304', pitchFamily: 18 }],
]

/** The face of a text: one of the theme's where it is the deck's own, else the first family that is named. */
function faceOf(family = ''): Attributes {
  if (/Source Serif|--serif/.test(family)) return { typeface: '+mj-lt' }
  if (family === '' || /^\W*Source S|var\(/.test(family)) return { typeface: '+mn-lt' }
  const typeface = (family.split(',')[0] ?? '').trim().replace(/^["']|["']$/g, '')
  return GENERIC.find(([pattern]) => pattern.test(typeface))?.[1] ?? { typeface }
}
