import { expect, test } from 'vitest'
import { countMessage, sequenceLength, tooManyValues } from '../../src/motion/check-counts.ts'

test.each([
  [0, 10, 1, 10],
  [0, 10, 3, 4],
  [5, 10, 1, 5],
  [10, 0, 1, 0],
  [10, 0, -1, 10],
])('from %s up to %s by %s there are %s', (start, stop, step, count) => expect(sequenceLength(start, stop, step)).toBe(count))

const LIMIT = 'expected at most 100000: a chart cannot show more'
test.each([
  ['steps', 100_000, {}, undefined],
  ['maxbins', 100_001, {}, 100_001],
  ['tickCount', '9', {}, undefined],
  ['width', 1e9, {}, undefined],
  ['quantile', 'size', { step: 1e-6 }, 1_000_000],
  ['quantile', 'size', { step: -1e-6 }, 1_000_000],
  ['quantile', 'size', {}, undefined],
  ['sequence', { stop: 100_001 }, {}, 100_001],
  ['sequence', { start: 1, stop: 100_001 }, {}, undefined],
  ['keyvals', { stop: 300_000, step: 2 }, {}, 150_000],
  ['keyvals', [1, 2], {}, undefined],
  ['sequence', null, {}, undefined],
  ['other', { stop: 1e9 }, {}, undefined],
  ['graticule', {}, {}, undefined],
  ['graticule', true, {}, undefined],
  ['graticule', { precision: 0.05 }, {}, 194_400],
  ['graticule', { step: [0.5, 90] }, {}, undefined],
  ['graticule', { step: [0.2, 1], precision: 2.5 }, {}, 142_560],
  ['graticule', { step: [0.2, 1], stepMinor: [10, 10] }, {}, undefined],
])('%s of %j within %j', (property, value, part, count) =>
  expect(tooManyValues(property, value, part)).toBe(count && `found ${count} values at \`${property}\`, ${LIMIT}`),
)

test('a count is whole, or endless', () => {
  expect([countMessage('a', 100_000.2), countMessage('a', Infinity)]).toEqual([
    `found 100001 values at \`a\`, ${LIMIT}`,
    `found endless values at \`a\`, ${LIMIT}`,
  ])
})
