import type { Scene } from 'countdown-story'

/** In capitals, which Arial has wider than the rest of its letters. */
const text = 'A LABEL IN CAPITALS, WIDER IN ARIAL'

/** Its width in px in our face, which leaves 6 px to the edge of the frame. */
const WIDTH = 250

export const bars: Scene = {
  spec: ({ width, height }) => ({
    width,
    height,
    padding: 0,
    autosize: { type: 'none' },
    config: { view: { stroke: null } },
    params: [{ name: 'step', value: 'gamma' }],
    data: { values: [{ id: 'label', x: width - WIDTH - 6, y: height / 2, text }] },
    transform: [{ filter: "step === 'gamma'" }],
    name: 'label',
    mark: { type: 'text', align: 'left', baseline: 'alphabetic', fontSize: 16, fill: 'var(--ink)', aria: false },
    encoding: {
      x: { field: 'x', type: 'quantitative', axis: null, scale: { domain: [0, width] } },
      y: { field: 'y', type: 'quantitative', axis: null, scale: { domain: [height, 0] } },
      text: { field: 'text' },
      key: { field: 'id' },
    },
  }),
  steps: ['gamma', 'beta', 'door', 'alpha'].map((id) => ({ id, params: { step: id }, name: `Labels of ${id}` })),
}
