import { expect, test } from 'vitest'
import { outcome } from './door.ts'
import { edited } from './edited.ts'
import type { Case } from './outcome.ts'

const deck = edited('slides/deck.ts')
const letters = (count: number) =>
  `export const records = Array.from({ length: ${count} }, (_, index) => ({ id: \`letter-\${${count} - index}\`, rank: ${count} - index, name: \`Letter \${${count} - index}\`, size: index }))
export const by = Object.fromEntries(records.map((record) => [record.id, record]))`

/** The smallest deck with so many records, without a chart. */
const told = (count: number) => ({
  'data/records.ts': letters(count),
  'slides/2-beta.mdx': null,
  ...deck("scene: 'bars', slides: ['gamma', 'beta', 'door', 'alpha']", "slides: [...records.map(({ id }) => id), 'door']"),
})
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `Letter ${count - index} measures ${index}`)
const tells = (...headlines: string[]) => `tells: ${[...headlines, 'A door opens before the last letter'].join(' · ')}`

const TABLE: readonly Case[] = [
  ['no record', told(0), tells()],
  ['one record', told(1), tells(...numbered(1))],
  ['a thousand records', told(1000), tells(...numbered(1000))],
]

test.for(TABLE)('%s', async ([, changes, expected]) => {
  expect(await outcome(changes)).toBe(expected)
})
