import type { RankedRecord, Scene, SceneStep } from '../../story/deck.ts'
import type { Frame } from '../../story/mark.ts'
import { chartWords } from './chart-words.ts'
import { columnLayer, columnsOf } from './columns.ts'
import { type Drawing, quiet, rule, STEP, stageSpec, strong } from './drawing.ts'
import { fillsOf, withKey } from './groups.ts'
import type { Ranked } from './ranked.ts'
import { domainFor, labelled, marksOf, placeOn, titleAbove } from './scales.ts'
import { type Box, type Stage, stageOf } from './stage.ts'
import { fittingText, fittingTitle, STAND_IN, textWidth } from './text-width.ts'
import { colour, duration } from './theme.ts'

/** Columns that are told apart by eye. */
const MOST = 400
/** How many levels of the scale are marked at most, and the space between a label and the columns, in px. */
const [LEVELS, GAP] = [4, 8]

/**
 * The overview: every record as a column from zero, the last rank left, #1 right. Step `opening` shows them without names,
 * step `ranking` names both ends and the middle.
 */
export function createOverview<Row extends RankedRecord>(ranked: Ranked<Row>): Scene {
  const { records, value, print, lang, placing } = ranked
  const words = chartWords(lang)
  const [last, first] = [records[0], records.at(-1)]
  const said = (record: Row | undefined) => (record ? print(value(record)) : '–')
  const about = words.columns(titleOf(ranked, ranked.title), records.length, said(last), said(first), placing !== undefined)
  const named = about + words.named(last?.name ?? '', first?.name ?? '')
  const steps: SceneStep[] = [
    { id: 'opening', params: { [STEP]: 'opening' }, name: about + words.unnamed },
    { id: 'ranking', params: { [STEP]: 'ranking' }, name: named, duration: duration.scene },
  ]
  return { spec: (frame) => spec(frame, ranked), steps }
}

function titleOf({ placing, lang }: Pick<Ranked<never>, 'placing' | 'lang'>, title: string): string {
  return placing ? chartWords(lang).placed(title, placing) : title
}

/** Left of the columns there is room for the labels of the scale, above them for the name of #1. */
function spec<Row extends RankedRecord>(frame: Frame, ranked: Ranked<Row>) {
  const { records, value, print, placing, lang } = ranked
  const fills = fillsOf(ranked)
  const whole = stageOf(frame)
  const { stage } = withKey(whole, fills?.key)
  const { plot, text, bottom } = stage
  const domain = domainFor(placing, records.map(value))
  const [levels, mark] = [marksOf(placing, domain, LEVELS), print.mark ?? print]
  const left = GAP + Math.max(...levels.map((at) => textWidth(mark(at), text.label) * STAND_IN))
  const box = { left: plot.left + left, right: plot.right, top: plot.top + text.label * 2 + 16, bottom: bottom - text.label - 8 }
  const inside = { left: 0, top: 0, right: box.right - box.left, bottom: box.bottom - box.top }
  const each = Math.ceil(records.length / MOST)
  const title = fittingTitle(ranked.title, plot.right - plot.left, text.label, (title) => {
    const words = titleOf(ranked, title)
    return each > 1 ? chartWords(lang).together(words, each) : words
  })
  const axis = {
    ...labelled(levels, mark),
    ...titleAbove(title, { left, up: box.top - plot.top - text.label }),
    grid: true,
    gridColor: { condition: { test: 'datum.value === 0', value: placing ? colour.faint : colour.mute }, value: colour.faint },
  }
  const fill = `datum.rank === 1 && ${!fills} && ${STEP} === 'ranking' ? '${colour.signal}' : datum.fill`
  const columns = columnLayer('record', ranked, columnsOf(ranked, MOST), { box: inside, fill, axis })
  const drawings = new Map([['ranking', names(stage, ranked, placeOn(placing, domain, box.bottom, box.top), box)]])
  return stageSpec(stage, { [STEP]: 'opening' }, [...withKey(whole, fills?.key, box).layers, columns], { box, drawings })
}

/** #1 above its column, led to it where its neighbours are taller; the last rank and the middle of the list below theirs. */
function names<Row extends RankedRecord>(
  stage: Stage,
  { records, value, print, placing }: Ranked<Row>,
  yOf: (value: number) => number,
  box: Box,
): Drawing {
  const { left, right } = stage.plot
  const [last, first, middle] = [records[0], records.at(-1), records[Math.ceil(records.length / 2) - 1]]
  if (!last || !first || !middle) return {}
  const said = (record: Row) => `${record.name} ${print(value(record))}`
  const top = (placing ? yOf(value(first)) - 4 : Math.min(yOf(value(first)), yOf(0))) - 8
  const y = value(first) < value(last) ? box.top - 8 : top
  const x = box.right - (box.right - box.left) / Math.min(records.length, MOST) / 2
  const largest = fittingText(said(first), (right - left) / STAND_IN, stage.text.strong, 600)
  const rules = y < top ? [rule('leader', [x, y + 6, x, top + 4], { stroke: colour.signal })] : []
  const name = quiet(stage, first.id, largest, right, y, { align: 'right', ...strong(stage, colour.signal) })
  if (last === first) return { rules, texts: [name] }
  const [below, room] = [stage.bottom - 2, (right - box.left) / 2 / STAND_IN - 8]
  const cut = (words: string, within = room) => fittingText(words, within, stage.text.label)
  // On a phone the last has all of the line where half of it is too little.
  const end = quiet(stage, last.id, cut(said(last), cut(said(last)) === said(last) ? room : 2 * room), box.left, below, {
    fill: colour.ink,
  })
  const half = quiet(stage, middle.id, cut(`#${middle.rank} ${said(middle)}`), (box.left + right) / 2, below, { align: 'center' })
  const [own, other] = [end, half].map(({ text, size }) => textWidth(text, size) * STAND_IN) as [number, number]
  const meets = own + 16 > half.x - box.left - other / 2
  return { rules, texts: middle === last || middle === first || meets ? [name, end] : [name, end, half] }
}
