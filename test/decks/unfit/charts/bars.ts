import type { Scene } from 'countdown-story'

/** Labels over one another, over the headline, out of the frame and too small. */
const labels = [
  { id: 'first', step: 'gamma', x: 200, y: 200, size: 16, text: 'a label in its place' },
  { id: 'second', step: 'gamma', x: 220, y: 208, size: 16, text: 'another over it' },
  { id: 'tiny', step: 'gamma', x: 20, y: 300, size: 8, text: 'tiny' },
  { id: 'high', step: 'alpha', x: 10, y: 40, size: 16, text: 'over the headline' },
  { id: 'wide', step: 'alpha', x: 320, y: 300, size: 16, text: 'leaves a narrow frame' },
]

export const bars: Scene = {
  spec: ({ width, height }) => ({
    width,
    height,
    padding: 0,
    autosize: { type: 'none' },
    config: { view: { stroke: null } },
    params: [{ name: 'step', value: 'gamma' }],
    data: { values: labels },
    transform: [{ filter: 'datum.step === step' }],
    name: 'label',
    mark: { type: 'text', align: 'left', baseline: 'alphabetic', aria: false },
    encoding: {
      x: { field: 'x', type: 'quantitative', axis: null, scale: { domain: [0, width] } },
      y: { field: 'y', type: 'quantitative', axis: null, scale: { domain: [height, 0] } },
      size: { field: 'size', type: 'quantitative', scale: null, legend: null },
      text: { field: 'text' },
      key: { field: 'id' },
    },
  }),
  steps: ['gamma', 'beta', 'door', 'alpha'].map((id) => ({
    id,
    params: { step: id },
    name: `Labels of ${id}`,
  })),
}
