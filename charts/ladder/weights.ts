import {
  type Box,
  type BoxRow,
  colour,
  type Drawing,
  quiet,
  rule,
  type Stage,
  strong,
  type TextRow,
  textWidth,
} from 'countdown-story/charts'
import * as figures from '../../data/figures.ts'
import { count, percent } from '../../data/format.ts'
import { type CountryRecord, records } from '../../data/records.ts'

/** Ends of the logarithmic scale of weights, and its values; every deficit on the list lies between them. */
const scale = { from: 0.001, to: 0.4, values: [0.001, 0.01, 0.1] } as const
/** Height of a tick in px. */
const TICK = 20

/** Where the low columns of the first countries leave room above them. */
export function weightsBox({ plot, text }: Stage): Box {
  const top = plot.top + 2 * text.label + text.strong + 20
  return { left: plot.left, right: plot.left + 580, top, bottom: top + TICK + text.label + 4 }
}

/** The second measure of this act: what each deficit weighs against the partner's own GDP, a tick a country, the current one named. */
export function weights(stage: Stage, current: CountryRecord): Drawing {
  const { left, right, top } = weightsBox(stage)
  const x = (share: number) => left + ((right - left) * Math.log(share / scale.from)) / Math.log(scale.to / scale.from)
  const tick = (record: CountryRecord): BoxRow[] => {
    const share = figures.deficitShareOfGdp(record.id)
    if (share === null) return []
    const [middle, isCurrent] = [x(share.value), record === current]
    const half = isCurrent ? 2.5 : 1.5
    return [
      {
        key: `weight-${record.id}`,
        x: middle - half,
        x2: middle + half,
        y: top - (isCurrent ? 3 : 0),
        y2: top + TICK,
        fill: isCurrent ? colour.signal : colour.mute,
      },
    ]
  }
  const own = figures.deficitShareOfGdp(current.id)
  const words = own === null ? '' : `${current.name} ${percent(own)}`
  const half = textWidth(words, stage.text.strong, 600) / 2
  const middle = Math.max(left + half, Math.min(x(own?.value ?? scale.from), right - half))
  const title = `Deficit as a share of the partner’s GDP, all ${count(figures.countriesWithGdpCount)} with a figure, logarithmic scale`
  return {
    boxes: [...records.filter((record) => record !== current).flatMap(tick), ...tick(current)],
    rules: [rule('weights', [left, top + TICK, right, top + TICK], { stroke: colour.mute })],
    texts: [
      quiet(stage, 'weights', title, left, stage.plot.top + stage.text.label - 8),
      { ...quiet(stage, 'weight', words, middle, top - 8), ...strong(stage, colour.signal), align: 'center' },
      ...scale.values.map(
        (value): TextRow => ({
          ...quiet(stage, `weight-${value}`, percent(value), x(value), top + TICK + stage.text.label),
          align: value === scale.from ? 'left' : 'center',
        }),
      ),
    ],
  }
}
