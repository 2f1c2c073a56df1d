import { expect, test } from 'vitest'
import { outcome } from './door.ts'
import { edited, read } from './edited.ts'
import type { Case } from './outcome.ts'

const records = edited('data/records.ts')

/** Records that no slide could be made of. */
const TABLE: readonly Case[] = [
  [
    'records that throw',
    { 'data/records.ts': "throw new TypeError('boom')\nexport const records = []\nexport const by = {}" },
    'data/records.ts:1:7 failed: boom',
  ],
  [
    'a record that is nothing',
    records("{ id: 'beta', rank: 2, name: 'Beta', size: 4 }", 'null as never'),
    "data/records.ts:7:70 failed: Cannot read properties of null (reading 'id')",
  ],
  [
    'more records than anybody could be told',
    {
      'data/records.ts':
        "export const records = Array.from({ length: 50_001 }, (_, index) => ({ id: 'a' + index, rank: index + 1, name: 'A' + index })) as never[]\nexport const by: Record<string, never> = {}",
    },
    'slides/deck.ts records: found 50001, expected at most 50000; tell the first of them',
  ],
  [
    'a list with a hole',
    {
      'data/records.ts':
        "export const records = [, { id: 'beta', rank: 1, name: 'Beta' }] as never[]\nexport const by: Record<string, never> = {}",
    },
    'slides/deck.ts records[0]: found nothing, expected an object with id, rank and name',
  ],
  [
    'a record that throws when it is read',
    records("{ id: 'beta', rank: 2, name: 'Beta', size: 4 }", "new Proxy({}, { get() { throw new Error('no') } }) as never"),
    'data/records.ts:3:33 failed: no',
  ],
  [
    'a name that steers the terminal',
    records("name: 'Beta'", "name: '\\u001b[2JBeta'"),
    'slides/deck.ts records[1].name: found `\\u001b[2JBeta`, expected no control characters; remove them',
  ],
  [
    'an id twice',
    records("id: 'beta'", "id: 'alpha'"),
    'slides/deck.ts records[2].id: found `alpha` again, as in records[1], expected each once',
  ],
  [
    'an id that climbs',
    records("id: 'beta'", "id: '../../beta'"),
    'slides/deck.ts records[1].id: found `../../beta`, expected lower-case letters and digits, with single hyphens between them such as `beta`',
  ],
  [
    'an id that is a prototype',
    records("id: 'beta'", "id: '__proto__'"),
    'slides/deck.ts records[1].id: found `__proto__`, expected lower-case letters and digits, with single hyphens between them such as `proto`',
  ],
  [
    'an id with a blank',
    records("id: 'beta'", "id: 'be ta'"),
    'slides/deck.ts records[1].id: found `be ta`, expected lower-case letters and digits, with single hyphens between them such as `be-ta`',
  ],
  [
    'an id in capitals',
    records("id: 'beta'", "id: 'BETA'"),
    'slides/deck.ts records[1].id: found `BETA`, expected lower-case letters and digits, with single hyphens between them such as `beta`',
  ],
  [
    'an id of markup',
    records("id: 'beta'", `id: '"><script>'`),
    'slides/deck.ts records[1].id: found `"><script>`, expected lower-case letters and digits, with single hyphens between them such as `script`',
  ],
  [
    'an id that is a number',
    records("id: 'beta'", "id: '2'"),
    'slides/deck.ts records[1].id: found `2`, expected a letter in it: a number alone is read as a position in the deck',
  ],
  [
    'an id of the pages',
    records("id: 'beta'", "id: 'announcer'"),
    "slides/deck.ts records[1].id: found `announcer`, which the pages' own elements have; call it `announcer-2`",
  ],
  ['no id', records("id: 'beta', ", ''), 'slides/deck.ts records[1].id: found nothing, expected a text such as `olive-oil`'],
  ['no name', records("name: 'Beta', ", ''), 'slides/deck.ts records[1].name: found nothing, expected a text'],
  [
    'a rank that is no number',
    records('rank: 2', 'rank: NaN'),
    'slides/deck.ts records[1].rank: found `NaN`, expected a whole number from 1 up',
  ],
  [
    'a negative rank',
    records('rank: 2', 'rank: -2'),
    'slides/deck.ts records[1].rank: found `-2`, expected a whole number from 1 up',
  ],
  [
    'await at the top',
    { 'data/records.ts': `${read('data/records.ts')}\nawait 1` },
    'data/records.ts:9:1 found `await` outside a function, expected values that are there at once',
  ],
]

test.for(TABLE)('%s', async ([, changes, expected]) => {
  expect(await outcome(changes)).toBe(expected)
})
