import type { TextMark } from '../story/mark.ts'
import { itemWidth } from './measure-text.ts'
import { paintOf } from './paint.ts'
import { round } from './round.ts'
import { numberOf, type SceneItem, stringOf } from './scenegraph.ts'

/** From the point a text is aligned at down to its alphabetic baseline, in em: measures of the two families. */
const BASELINES: Readonly<Record<string, number>> = { top: 0.75, middle: 0.33, bottom: -0.21 }

/** Marks around figures, for text that runs on; a text of the stage stands alone. */
const ISOLATES = /[\u2068\u2069]/g

/** What a number that could not be computed prints as. */
const NOT_A_VALUE = /\b(?:undefined|NaN|null|Infinity)\b/

/** The lines of a text item as marks, at a group's offset. Throws TypeError, to be reported, for a text that cannot be shown whole. */
export function textMarks(item: SceneItem, groupX: number, groupY: number): TextMark[] {
  const size = numberOf(item, 'fontSize', 11)
  const lineHeight = numberOf(item, 'lineHeight', size + 2)
  return linesOf(item).flatMap((text, line) => {
    if (text === '') return []
    checkText(item, text)
    const at = place(item, baselineOf(item, size, lineHeight) + line * lineHeight)
    return [{ kind: 'text', x: round(groupX + at.x), y: round(groupY + at.y), text, size, ...fontOf(item), ...paintOf(item) }]
  })
}

function linesOf(item: SceneItem): string[] {
  const { text, lineBreak } = item
  const lines = typeof text === 'string' && typeof lineBreak === 'string' ? text.split(lineBreak) : [text ?? ''].flat()
  return lines.map((line) => String(line).replace(ISOLATES, '').trim())
}

function checkText(item: SceneItem, text: string): void {
  if (NOT_A_VALUE.test(text)) {
    throw new TypeError(`found the text \`${text}\`, expected a value; check the field's name and say in words what is missing`)
  }
  const limit = numberOf(item, 'limit')
  if (limit > 0 && itemWidth(item, text) >= limit) {
    throw new TypeError(`the text \`${text}\` is longer than its limit of ${limit} px; shorten it or set the limit to 0`)
  }
}

function baselineOf(item: SceneItem, size: number, lineHeight: number): number {
  const baseline = stringOf(item, 'baseline') ?? 'alphabetic'
  if (baseline === 'line-top') return 0.29 * size + 0.5 * lineHeight
  if (baseline === 'line-bottom') return 0.29 * size - 0.5 * lineHeight
  return (BASELINES[baseline] ?? 0) * size
}

/** Where the line's anchor is: the item's place, polar offset included, moved by dx and dy along the text's own axes. */
function place(item: SceneItem, baseline: number): { x: number; y: number } {
  const radius = numberOf(item, 'radius')
  const theta = numberOf(item, 'theta') - Math.PI / 2
  const angle = (numberOf(item, 'angle') * Math.PI) / 180
  const [dx, dy] = [numberOf(item, 'dx'), numberOf(item, 'dy') + baseline]
  return {
    x: numberOf(item, 'x') + radius * Math.cos(theta) + dx * Math.cos(angle) - dy * Math.sin(angle),
    y: numberOf(item, 'y') + radius * Math.sin(theta) + dx * Math.sin(angle) + dy * Math.cos(angle),
  }
}

function fontOf(item: SceneItem): Partial<TextMark> {
  const font: Partial<TextMark> = {}
  const family = stringOf(item, 'font')
  if (family !== undefined) font.family = family
  const weight = item.fontWeight === 'bold' ? 700 : item.fontWeight === 'normal' ? 400 : numberOf(item, 'fontWeight', 400)
  if (weight !== 400) font.weight = weight
  if (item.fontStyle === 'italic') font.italic = true
  if (item.align === 'center') font.anchor = 'middle'
  if (item.align === 'right') font.anchor = 'end'
  const angle = round(numberOf(item, 'angle'))
  if (angle !== 0) font.angle = angle
  return font
}
