import type { Frame, Scene } from 'countdown-story'
import { colour, datum, duration, field, type Layer, stageOf, stageSpec, textWidth } from 'countdown-story/charts'
import * as figures from '../data/figures.ts'
import { billions, count, percent, usd } from '../data/format.ts'
import { records } from '../data/records.ts'

const ranked = records.toReversed()
/** Rows of each of the two columns, and the largest deficit of each. */
const ROWS = Math.ceil(ranked.length / 2)
const [LONGEST, SECOND] = [ranked[0]?.deficit ?? 1, ranked[ROWS]?.deficit ?? 0]
/** Space between the columns, in px. */
const APART = 28

/** All countries by rank, every one named, on one scale from zero. */
export const ranking: Scene = {
  spec,
  steps: [{ id: 'ranking', params: {}, name: rankingName(), duration: duration.scene }],
}

/** A country's bar, in dollars: that of the second column begins where the first one has ended. */
interface Bar {
  id: string
  rank: number
  name: string
  said: string
  row: number
  from: number
  to: number
  /** Where its value ends on a phone, which has names on the bars. */
  end: number
}

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const { plot, text, small } = stage
  const widest = (words: (bar: Bar) => string, from: number, to?: number) =>
    Math.max(
      ...barsFrom(0)
        .slice(from, to)
        .map((bar) => textWidth(words(bar), text.label)),
    )
  const [name, said] = [({ name }: Bar) => name, ({ said }: Bar) => said]
  const [names, values] = small ? [0, 0] : [widest(name, 0, ROWS) + 8, widest(said, ROWS) + 6]
  const between = small ? APART / 2 : widest(said, 0, ROWS) + widest(name, ROWS) + 14 + APART
  const head = small ? text.label + 4 : 0
  const box = { left: plot.left + names, right: plot.right - values, top: stage.top + head, bottom: stage.bottom - 2 }
  const shown = LONGEST + (small ? LONGEST : SECOND)
  const second = LONGEST + (between * shown) / (box.right - box.left - between)
  const data = { values: barsFrom(second, small) }
  const x = (column: keyof Bar & string, domain = second + shown - LONGEST) => ({
    field: field<Bar>(column),
    type: 'quantitative' as const,
    scale: { domain: [0, domain], nice: false },
  })
  const y = { field: field<Bar>('row'), type: 'ordinal' as const, scale: { paddingInner: small ? 0.12 : 0.28 } }
  const key = { field: field<Bar>('id') }
  const darkest = `${datum<Bar>('rank')} <= ${figures.countriesFromHalfCount}`
  const words = (column: 'name' | 'said', at: keyof Bar & string, align: 'left' | 'right', dx: number, style: object): Layer => ({
    name: column === 'name' ? 'name' : 'value',
    data,
    mark: { type: 'text', baseline: 'middle', align, dx, ...style },
    encoding: { x: x(at), y, text: { field: field<Bar>(column) }, key },
  })
  const bold = small ? { fontWeight: { expr: `${darkest} ? 600 : 400` } } : {}
  const bars: Layer = {
    name: 'record',
    data,
    // Names stand on the bars of a phone; elsewhere the four that hold more than half are darker.
    mark: {
      type: 'bar',
      style: 'right',
      fill: small ? colour.faint : { expr: `${darkest} ? '${colour.ink}' : '${colour.mute}'` },
    },
    encoding: { x: x('from'), x2: { field: field<Bar>('to') }, y, key },
  }
  const title: Layer = {
    name: 'title',
    data: { values: [{}] },
    mark: { type: 'text', align: 'left', x: 0, y: -6, text: 'Deficit in billion dollars' },
  }
  return stageSpec(
    stage,
    {},
    [
      bars,
      words('name', 'from', small ? 'left' : 'right', small ? 3 : -8, { fill: colour.ink, ...bold }),
      small ? words('said', 'end', 'right', 0, {}) : words('said', 'to', 'left', 6, {}),
      ...(small ? [title] : []),
    ],
    { box },
  )
}

function barsFrom(second: number, isShort = false): Bar[] {
  return ranked.map(({ id, rank, name, deficit }, index) => {
    const from = index < ROWS ? 0 : second
    return {
      id,
      rank,
      name: `${rank} ${name}`,
      said: isShort ? (deficit / 1e9).toFixed(1) : usd(deficit),
      row: index % ROWS,
      from,
      to: from + deficit,
      end: from + LONGEST,
    }
  })
}

function rankingName(): string {
  const [first, last] = [ranked[0], ranked.at(-1)]
  const ends = first && last ? `${first.name} with ${usd(first.deficit)} to ${last.name} with ${usd(last.deficit)}` : ''
  return `Bars of all ${count(ranked.length)} deficits by rank, on one scale from zero: from ${ends}; ${billions(figures.total)} together. The first ${count(figures.countriesFromHalfCount)} hold ${percent(figures.shareFromHalf)}.`
}
