import type { TextMark } from '../story/mark.ts'
import { drawnFamily, fittedLine } from './measure-text.ts'
import { paintOf } from './paint.ts'
import { round } from './round.ts'
import { numberOf, type SceneItem, stringOf, UnfitMark } from './scenegraph.ts'
import type { Material } from './shapes.ts'

/** From the point a text is aligned at down to its alphabetic baseline, in em: measures of the two families. */
const BASELINES: Readonly<Record<string, number>> = { top: 0.75, middle: 0.33, bottom: -0.21 }

/** The same as Vega has it for all other families, in whole px. */
const OF_OTHERS: Readonly<Record<string, number>> = { top: 0.79, middle: 0.3, bottom: -0.21 }

/** Marks around figures, for text that runs on; a text of the stage stands alone. */
const ISOLATES = /[\u2068\u2069]/g

/** What a number that could not be computed prints as. */
const NOT_A_VALUE = /\b(?:undefined|NaN|null|Infinity)\b/

/**
 * The lines of a text item as marks, at a group's offset. What is cut, and what says nothing, is noted where the material takes notes,
 * and is otherwise thrown as UnfitMark, to be reported.
 */
export function textMarks(item: SceneItem, groupX: number, groupY: number, { note }: Material = {}): TextMark[] {
  const size = numberOf(item, 'fontSize', 11)
  if (size <= 0) return []
  const lineHeight = numberOf(item, 'lineHeight', size + 2)
  return linesOf(item).flatMap((whole, line) => {
    if (whole === '') return []
    const text = fittedLine(item, whole)
    tell(faultOf(item, whole, text), note)
    const at = place(item, baselineOf(item, size, lineHeight) + line * lineHeight)
    // Letters of turned lines stand where they are set, those of others on whole pixels.
    const decimals = numberOf(item, 'angle') === 0 ? 1 : 2
    const [x, y] = [round(groupX + at.x, decimals), round(groupY + at.y, decimals)]
    return [{ kind: 'text', x, y, text, size: round(size, 2), ...fontOf(item), ...paintOf(item) }]
  })
}

function linesOf(item: SceneItem): string[] {
  const { text, lineBreak } = item
  const lines = typeof text === 'string' && typeof lineBreak === 'string' ? text.split(lineBreak) : [text ?? ''].flat()
  return lines.map((line) =>
    String(line ?? '')
      .replace(ISOLATES, '')
      .trim(),
  )
}

/** Words of guides are the data's own; a text mark was written to be read. */
function faultOf({ mark, limit }: SceneItem, whole: string, text: string): string | undefined {
  if (whole !== text) return `the text \`${whole}\` is longer than its limit of ${limit} px; shorten it or set the limit to 0`
  if (mark.role !== 'mark' || !NOT_A_VALUE.test(text)) return undefined
  return `found the text \`${text}\`, expected a value; check the field's name and say in words what is missing`
}

function tell(fault: string | undefined, note: Material['note']): void {
  if (fault === undefined) return
  if (!note) throw new UnfitMark(fault)
  note(fault)
}

function baselineOf(item: SceneItem, size: number, lineHeight: number): number {
  const baseline = stringOf(item, 'baseline') ?? 'alphabetic'
  const { isOurs } = drawnFamily(stringOf(item, 'font'))
  const exact = (value: number) => (isOurs ? value : Math.round(value))
  if (baseline === 'line-top') return exact(0.29 * size + 0.5 * lineHeight)
  if (baseline === 'line-bottom') return exact(0.29 * size - 0.5 * lineHeight)
  return exact(((isOurs ? BASELINES : OF_OTHERS)[baseline] ?? 0) * size)
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

function fontOf(item: SceneItem): Partial<TextMark> {
  const font: Partial<TextMark> = {}
  const { css } = drawnFamily(stringOf(item, 'font'))
  if (css !== undefined) font.family = css
  const weight = WEIGHTS[String(item.fontWeight)] ?? numberOf(item, 'fontWeight', 400)
  if (weight !== 400) font.weight = weight
  if (item.fontStyle === 'italic' || item.fontStyle === 'oblique') font.italic = true
  if (item.align === 'center') font.anchor = 'middle'
  if (item.align === 'right') font.anchor = 'end'
  const angle = round(numberOf(item, 'angle'))
  if (angle !== 0) font.angle = angle
  return font
}
