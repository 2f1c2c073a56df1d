import type { RankedRecord, Scene, SceneStep } from '../../story/deck.ts'
import type { Frame } from '../../story/mark.ts'
import { chartWords } from './chart-words.ts'
import { type Drawing, rule, ruleLayer, STEP, stageSpec, type TextRow, textLayer, together } from './drawing.ts'
import { datum } from './field.ts'
import { fittingText } from './fitting-label.ts'
import { fillsOf, withKey } from './groups.ts'
import { type Column, columnLayer, columnsOf } from './ladder-columns.ts'
import { domainFor, marksOf, shareOf } from './placing.ts'
import { quiet, strong } from './quiet.ts'
import type { Ranked } from './ranked.ts'
import { type Box, type Stage, stageOf } from './stage.ts'
import { STAND_IN, textWidth } from './text-width.ts'
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
  const { records, value, print, title, lang, placing } = ranked
  const words = chartWords(lang)
  const [last, first] = [records[0], records.at(-1)]
  const said = (record: Row | undefined) => (record ? print(value(record)) : '–')
  const about = words.columns(
    placing ? words.placed(title, placing) : title,
    records.length,
    said(last),
    said(first),
    placing !== undefined,
  )
  const steps: SceneStep[] = [
    { id: 'opening', params: { [STEP]: 'opening' }, name: about + words.unnamed },
    {
      id: 'ranking',
      params: { [STEP]: 'ranking' },
      name: about + words.named(last?.name ?? '', first?.name ?? ''),
      duration: duration.scene,
    },
  ]
  return { spec: (frame) => spec(frame, ranked), steps }
}

function spec<Row extends RankedRecord>(frame: Frame, ranked: Ranked<Row>) {
  const fills = fillsOf(ranked)
  const { stage, layers } = withKey(stageOf(frame), fills?.key)
  const box = boxOf(stage, ranked)
  const columns = columnsOf(ranked, box, MOST)
  const grid = gridlines(stage, ranked, box)
  const drawings = new Map<string, Drawing>([
    ['opening', grid],
    ['ranking', together(grid, names(stage, ranked, columns, box))],
  ])
  const largest = `datum.rank === 1 && ${!fills} && ${STEP} === 'ranking' ? '${colour.signal}' : ${datum<Column>('fill')}`
  return stageSpec(
    stage,
    [{ name: STEP, value: 'opening' }],
    [...layers, ruleLayer(drawings), columnLayer('record', columns, largest), textLayer(drawings)],
  )
}

/** Left of the columns there is room for the labels of the scale, above them for the name of #1. */
function boxOf<Row extends RankedRecord>({ plot, text, bottom }: Stage, { records, value, print, placing }: Ranked<Row>): Box {
  const labels = marksOf(placing, domainFor(placing, records.map(value)), LEVELS).map(
    (at) => textWidth((print.mark ?? print)(at), text.label) * STAND_IN,
  )
  return {
    left: plot.left + Math.max(...labels) + GAP,
    right: plot.right,
    top: plot.top + text.label * 2 + 16,
    bottom: bottom - text.label - 8,
  }
}

function gridlines<Row extends RankedRecord>(
  stage: Stage,
  { records, value, print, title, lang, placing }: Ranked<Row>,
  box: Box,
): Drawing {
  const domain = domainFor(placing, records.map(value))
  const share = shareOf(placing, domain)
  const y = (amount: number) => box.bottom - (box.bottom - box.top) * share(amount)
  const values = marksOf(placing, domain, LEVELS)
  const mark = print.mark ?? print
  const together = Math.ceil(records.length / MOST)
  const said = placing ? chartWords(lang).placed(title, placing) : title
  const words = together > 1 ? chartWords(lang).together(said, together) : said
  return {
    rules: values.map((at) =>
      rule(`level-${at}`, [box.left, y(at), box.right, y(at)], { stroke: at === 0 && !placing ? colour.mute : colour.faint }),
    ),
    texts: [
      quiet(stage, 'axis', words, stage.plot.left, stage.plot.top + stage.text.label),
      ...values.map(
        (at): TextRow => ({
          ...quiet(stage, `level-${at}`, mark(at), box.left - GAP, y(at) + stage.text.label * 0.33),
          align: 'right',
        }),
      ),
    ],
  }
}

/** #1 above its column, led to it where its neighbours are taller; the last rank and the middle of the list below theirs. */
function names<Row extends RankedRecord>(
  stage: Stage,
  { records, value, print }: Ranked<Row>,
  columns: readonly Column[],
  box: Box,
): Drawing {
  const { left, right } = stage.plot
  const [last, first, middle] = [records[0], records.at(-1), records[Math.floor(records.length / 2)]]
  const rightmost = columns.at(-1)
  if (!last || !first || !middle || !rightmost) return {}
  const said = (record: Row) => `${record.name} ${print(value(record))}`
  const top = Math.min(rightmost.y, rightmost.y2) - 8
  const y = value(first) < value(last) ? box.top - 8 : top
  const x = (rightmost.x + rightmost.x2) / 2
  const largest = fittingText(said(first), (right - left) / STAND_IN, stage.text.strong, 600)
  const rules = y < top ? [rule('leader', [x, y + 6, x, top + 4], { stroke: colour.signal })] : []
  const name: TextRow = { ...quiet(stage, first.id, largest, right, y), align: 'right', ...strong(stage, colour.signal) }
  if (last === first) return { rules, texts: [name] }
  const [below, room] = [stage.bottom - 2, (right - box.left) / 2 / STAND_IN - 8]
  const end: TextRow = {
    ...quiet(stage, last.id, fittingText(said(last), room, stage.text.label), box.left, below),
    fill: colour.ink,
  }
  const words = fittingText(`#${middle.rank} ${said(middle)}`, room, stage.text.label)
  const half: TextRow = { ...quiet(stage, middle.id, words, (box.left + right) / 2, below), align: 'center' }
  const [own, other] = [end, half].map(({ text, size }) => textWidth(text, size) * STAND_IN) as [number, number]
  const meets = own + 16 > half.x - box.left - other / 2
  const isEnd = middle === last || middle === first
  return { rules, texts: isEnd || meets ? [name, end] : [name, end, half] }
}
