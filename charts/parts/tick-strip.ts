import { colour, field, type Layer, labelled } from 'countdown-story/charts'

/** A country on a strip of ticks. */
export interface Tick {
  id: string
  rank: number
  value: number
}

/** A strip of ticks on a logarithmic scale. Places are px of the plot. */
export interface TickStrip {
  ticks: Tick[]
  domain: readonly [number, number]
  /** Both ends of the scale. */
  range: readonly [number, number]
  /** Where the ticks stand, and where the plot ends. */
  foot: number
  bottom: number
  values: readonly number[]
  print(value: number): string
  /** How tall its ticks are, in px. */
  tick?: number
  /** The groups of its marks: each with its name, which of the ticks are in it, and how many px its ticks are longer. */
  groups: readonly { name: string; filter: string; color: string; grow?: number }[]
  /** When it is shown, as a Vega expression. */
  when?: string
}

/** Height of a tick in px. */
export const TICK = 20

/** One measure of all countries, a tick for each. */
export function tickStrip({
  ticks,
  domain,
  range,
  foot,
  bottom,
  values,
  print,
  groups,
  tick = TICK,
  when = 'true',
}: TickStrip): Layer {
  const { values: marked, ...labels } = labelled(values, print)
  const axis = {
    ...labels,
    values: { expr: `${when} ? ${JSON.stringify(marked)} : []` },
    orient: 'bottom',
    offset: foot - bottom,
    grid: false,
    labelFlush: true,
    title: null,
    labelPadding: 4,
    domain: true,
    domainColor: colour.mute,
    domainOpacity: { expr: `${when} ? 1 : 0` },
  }
  const x = {
    field: field<Tick>('value'),
    type: 'quantitative',
    scale: { type: 'log', domain: [...domain], range: [...range], nice: false },
    axis,
  }
  return {
    data: { values: ticks },
    layer: groups.map(({ name, filter, color, grow = 0 }) => ({
      name,
      transform: [{ filter: `${when} && (${filter})` }],
      mark: { type: 'tick', orient: 'vertical', opacity: 1, size: tick + grow, thickness: 3 + grow * 0.7, color },
      encoding: { x, y: { value: foot - (tick + grow) / 2 }, key: { field: field<Tick>('id') } },
    })),
  } as Layer
}
