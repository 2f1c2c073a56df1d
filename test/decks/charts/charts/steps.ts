import type { Frame } from 'countdown-story'

/** A chart of a frame's own: as many dots as it is wide. */
export const steps = ({ width }: Frame) => ({
  description: 'Dots in a row, more on a wider page.',
  data: { values: Array.from({ length: Math.round(width / 100) }, (_, index) => ({ index })) },
  mark: 'point',
  encoding: { x: { field: 'index', type: 'quantitative' } },
})
