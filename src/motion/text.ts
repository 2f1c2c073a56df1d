import type { TextMark } from '../story/mark.ts'
import { fittedLine } from './measure-items.ts'
import { isOwnFace } from './measure-text.ts'
import { paintOf } from './paint.ts'
import { round } from './round.ts'
import { numberOf, type SceneItem, stringOf } from './scenegraph.ts'

/** From the point a text is aligned at down to its alphabetic baseline, in em: measures of the two families. */
const BASELINES: Readonly<Record<string, number>> = { top: 0.75, middle: 0.33, bottom: -0.21 }

/** The same as Vega has it for all other families, in whole px. */
const OF_OTHERS: Readonly<Record<string, number>> = { top: 0.79, middle: 0.3, bottom: -0.21 }

/** Marks around figures, for text that runs on; a text of the stage stands alone. */
const ISOLATES = /[\u2068\u2069]/g

/** What a number that could not be computed prints as. */
const NOT_A_VALUE = /\b(?:undefined|NaN|Infinity)\b/

/** The lines of a text item as marks, at a group's offset. Throws TypeError, to be reported, for a text that says nothing. */
export function textMarks(item: SceneItem, groupX: number, groupY: number, font?: string): TextMark[] {
  const size = numberOf(item, 'fontSize', 11)
  if (size <= 0) return []
  const lineHeight = numberOf(item, 'lineHeight', size + 2)
  return linesOf(item).flatMap((text, line) => {
    if (text === '') return []
    checkText(item, text)
    const at = place(item, baselineOf(item, size, lineHeight) + line * lineHeight)
    const face = fontOf(item, font)
    return [
      { kind: 'text', x: round(groupX + at.x), y: round(groupY + at.y), text, size: round(size, 2), ...face, ...paintOf(item) },
    ]
  })
}

function linesOf(item: SceneItem): string[] {
  const { text, lineBreak } = item
  const lines = typeof text === 'string' && typeof lineBreak === 'string' ? text.split(lineBreak) : [text ?? ''].flat()
  return lines.map((line) =>
    fittedLine(
      item,
      String(line ?? '')
        .replace(ISOLATES, '')
        .trim(),
    ),
  )
}

/** Words of guides are the data's own; a text mark was written to be read. */
function checkText({ mark }: SceneItem, text: string): void {
  if (mark.role !== 'mark' && mark.role !== undefined) return
  if (NOT_A_VALUE.test(text))
    throw new TypeError(`found the text \`${text}\`, expected a value; check the field's name and say in words what is missing`)
}

function baselineOf(item: SceneItem, size: number, lineHeight: number): number {
  const baseline = stringOf(item, 'baseline') ?? 'alphabetic'
  const isOwn = isOwnFace(stringOf(item, 'font'))
  const exact = (value: number) => (isOwn ? value : Math.round(value))
  if (baseline === 'line-top') return exact(0.29 * size + 0.5 * lineHeight)
  if (baseline === 'line-bottom') return exact(0.29 * size - 0.5 * lineHeight)
  return exact(((isOwn ? BASELINES : OF_OTHERS)[baseline] ?? 0) * size)
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

const WEIGHTS: Readonly<Record<string, number>> = { bold: 700, bolder: 700, normal: 400, lighter: 300 }

function fontOf(item: SceneItem, otherwise: string | undefined): Partial<TextMark> {
  const font: Partial<TextMark> = {}
  const family = stringOf(item, 'font') ?? otherwise
  if (family !== undefined) font.family = family
  const weight = WEIGHTS[String(item.fontWeight)] ?? numberOf(item, 'fontWeight', 400)
  if (weight !== 400) font.weight = weight
  if (item.fontStyle === 'italic' || item.fontStyle === 'oblique') font.italic = true
  if (item.align === 'center') font.anchor = 'middle'
  if (item.align === 'right') font.anchor = 'end'
  const angle = round(numberOf(item, 'angle'))
  if (angle !== 0) font.angle = angle
  return font
}
