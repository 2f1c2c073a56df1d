import { expect, test } from 'vitest'
import { FINE as ALL_FINE, outcome } from './door.ts'
import { edited, read } from './edited.ts'
import type { Case } from './outcome.ts'

const FINE = ALL_FINE.replace('A door opens', 'A door opens before the last letter')
const CHART = read('charts/bars.ts')
const RECORDS = read('data/records.ts')

const chart = edited('charts/bars.ts')
/** A figure that only the chart shows. */
const weight = (value: string) => ({
  'data/records.ts': RECORDS.replaceAll(/size: (\d)/g, 'size: $1, weight: $1').replace('weight: 4', `weight: ${value}`),
  'charts/bars.ts': CHART.replace("field: 'size'", "field: 'weight'"),
})
const filter = (expression: string) => chart("{ filter: 'datum.rank >= top' }", expression)
const encoding = (channel: string) => chart("key: { field: 'id' },", `key: { field: 'id' }, ${channel},`)

/** Charts that are broken in other ways than those of test/decks/broken-*. */
const TABLE: readonly Case[] = [
  // — data —
  [
    'a file from the disk',
    chart('values: records', "url: 'file:///etc/passwd'"),
    'chart `bars` (wide): found data from `file:///etc/passwd`, expected a file of the deck: nothing is requested from elsewhere; save it there as `passwd` and write `passwd`',
  ],
  [
    'a file beside the deck',
    chart('values: records', "url: 'letters.csv'"),
    'chart `bars` (wide): found no file `letters.csv`, expected it in the deck; known: charts, data, records.ts, slides',
  ],
  [
    'an address that is computed',
    chart('values: records', 'url: { signal: \'"https://example.com"\' } as never'),
    'chart `bars` (wide): found an address that is computed ({"signal":"\\"https://example.com\\""}), expected one that is written out',
  ],
  [
    'an address to look things up',
    filter("{ lookup: 'id', from: { data: { url: 'https://example.com/a' }, key: 'id', fields: ['x'] } }"),
    'chart `bars` (wide): found data from `https://example.com/a`, expected a file of the deck: nothing is requested from elsewhere; save it there as `a` and write `a`',
  ],
  [
    'data of a name that is not there',
    chart('values: records', "name: 'nobody'"),
    'chart `bars` (wide): its data has no rows, expected some with `rank`, `size`, `name`; fill `values`, check its file, or give rows to the data that it names',
  ],
  [
    'no rows',
    chart('values: records', 'values: []'),
    'chart `bars` (wide): its data has no rows, expected some with `rank`, `size`, `name`; fill `values`, check its file, or give rows to the data that it names',
  ],
  [
    'NaN among the figures',
    weight('NaN'),
    'chart `bars` (wide): row 2: found weight = `NaN`, expected a number, or null where there is none',
  ],
  [
    'Infinity among the figures',
    weight('Infinity'),
    'chart `bars` (wide): row 2: found weight = `Infinity`, expected a number, or null where there is none',
  ],
  [
    'a word among the figures',
    weight("'four'"),
    'chart `bars` (wide): row 2: found weight = `four`, expected a number, or null where there is none',
  ],
  ['a figure too large for numbers', weight('4n'), 'chart `bars`, step `beta` (wide): Cannot convert a BigInt value to a number'],
  ['a missing figure, which may be', weight('null'), FINE],
  [
    'rows that cannot be written to',
    { 'data/records.ts': RECORDS.replace('\n]\n', '\n].map((row) => Object.freeze(row))\n') },
    FINE,
  ],
  [
    'a row that holds itself',
    {
      'charts/bars.ts': CHART.replace('values: records', 'values: [...records, own]').replace(
        'export',
        "const own = { id: 'own', rank: 0, own: {} }\nown.own = own\nexport",
      ),
    },
    FINE,
  ],
  [
    'a row that is nothing',
    chart('values: records', 'values: [null, ...records] as never'),
    'chart `bars` (wide): row 1: found null, expected an object',
  ],
  [
    'a thousand million rows',
    chart('data: { values: records }', "data: { sequence: { start: 0, stop: 1e9, as: 'size' } }"),
    'chart `bars` (wide): found 1000000000 values at `sequence`, expected at most 100000: a chart cannot show more',
  ],
  [
    'ten thousand million bins',
    encoding("x: { field: 'size', type: 'quantitative', bin: { step: 1e-9 } }"),
    'chart `bars` (wide): found 9000000000 values at `bin`, expected at most 100000: a chart cannot show more',
  ],
  // — marks —
  [
    'an unknown mark',
    chart("type: 'bar'", "type: 'baar' as never"),
    'chart `bars` (wide): unknown mark `baar`; did you mean `bar`? known: arc, area, bar, boxplot, circle, errorband, errorbar, geoshape, image, line, point, rect, … (17)',
  ],
  [
    'a picture',
    chart("{ type: 'bar', aria: false }", "{ type: 'image', url: 'https://example.com/x.png' }"),
    [
      ['gamma', 'gamma'],
      ['beta', 'beta'],
      ['door', 'alpha'],
    ]
      .map(
        ([step, row]) =>
          `chart \`bars\`, step \`${step}\` (wide): mark \`record/${row}\`: found data from \`https://example.com/x.png\`, expected a file of the deck: nothing is requested from elsewhere; save it there as \`x.png\` and write \`x.png\``,
      )
      .concat('3 problems')
      .join('\n'),
  ],
  [
    'two rows with one key',
    chart("key: { field: 'id' }", "key: { field: 'one' }"),
    'chart `bars`, step `gamma` (wide): mark `record`: an item has no value in its key field; check `encoding.key`\nchart `bars`, step `beta` (wide): mark `record` draws 2 rows as 1 items, since some share a key; `encoding.key` must tell all rows apart\nchart `bars`, step `door` (wide): mark `record` draws 3 rows as 1 items, since some share a key; `encoding.key` must tell all rows apart\nchart `bars` (wide): mark `record`: no row has the field `one`; known: id, name, rank, size, size_end, size_start\n4 problems',
  ],
  ['no key', chart("key: { field: 'id' },", ''), FINE],
  [
    'a type of data that is none',
    chart("type: 'quantitative'", "type: 'quantitativ' as never"),
    'chart `bars` (wide): Invalid field type "undefined".',
  ],
  ['a picture larger than the frame', chart('width: width - 20', 'width: 5000'), FINE],
  // — expressions —
  [
    'an expression that fails',
    filter("{ filter: 'datum.id.nope.deep > 1' }"),
    "chart `bars`, step `gamma` (wide): Cannot read properties of undefined (reading 'deep')",
  ],
  ['an expression that ends too soon', filter("{ filter: 'datum.rank >=' }"), 'chart `bars` (wide): Unexpected end of input'],
  ['a function that Vega does not know', filter("{ filter: 'alert(1)' }"), 'chart `bars` (wide): Unrecognized function: alert'],
  [
    'a way out of the expression',
    filter(`{ filter: "[].constructor.constructor('return process')()" }`),
    'chart `bars` (wide): Illegal callee type: CallExpression',
  ],
  [
    'a list of a thousand million numbers',
    filter("{ calculate: 'length(sequence(1e9))', as: 'luck' }"),
    'chart `bars`, step `gamma` (wide): found 1000000000 values at `sequence(…)`, expected at most 100000: a chart cannot show more',
  ],
  [
    'a member of every object',
    filter("{ calculate: 'datum.constructor', as: 'luck' }"),
    'chart `bars` (wide): mark `record`: no row has the field `constructor`; known: id, luck, name, rank, size, size_end, size_start',
  ],
  [
    'the window',
    filter("{ calculate: 'window.location', as: 'luck' }"),
    'chart `bars` (wide): Unrecognized signal name: "window"',
  ],
  [
    'the clock',
    filter("{ filter: 'now() > 0' }"),
    'chart `bars` (wide): found the clock in `now() > 0`, expected the data alone: the same chart is drawn tomorrow',
  ],
  ['chance, which falls the same way each time', filter("{ calculate: 'random()', as: 'luck' }"), FINE],
  // — what would run or load something —
  ['options for the page that shows it', chart('padding: 10,', 'padding: 10, usermeta: { embedOptions: { ast: false } },'), FINE],
  ['a link that runs script', encoding("href: { value: 'javascript:alert(1)' }"), FINE],
  ['a tooltip that runs script', encoding("tooltip: { value: '<img src=x onerror=alert(1)>' }"), FINE],
  [
    'a paint from elsewhere',
    encoding("color: { value: 'url(https://example.com/x.svg#a)' }"),
    'chart `bars`, step `gamma` (wide): mark `record/gamma`: its fill is `url(https://example.com/x.svg#a)`; use a plain colour\nchart `bars`, step `beta` (wide): mark `record/beta`: its fill is `url(https://example.com/x.svg#a)`; use a plain colour\nchart `bars`, step `door` (wide): mark `record/alpha`: its fill is `url(https://example.com/x.svg#a)`; use a plain colour\n3 problems',
  ],
  // — the function and its steps —
  [
    'a chart that throws',
    chart('padding: 10,', "padding: (() => { throw new Error('bad chart') })(),"),
    'charts/bars.ts:8:29 chart `bars` (wide): bad chart',
  ],
  [
    'no chart at all',
    { 'charts/bars.ts': CHART.replace('spec: (', 'spec: () => null as never, drawn: (') },
    'chart `bars` (wide): found no specification, expected `spec` to return one',
  ],
  [
    'a step that is missing',
    chart("'door', ", ''),
    'slides/door.mdx step of the scene bars: unknown `door`; known: alpha, beta, gamma; name one with `step:` in the frontmatter, or write `scene: none` for no chart',
  ],
  ['a step twice', chart("'door', ", "'door', 'door', "), 'chart `bars`, step `door` (wide): two steps have this id'],
  [
    'a step that sets nothing',
    chart('top: 3 - Math.min(index, 2)', 'top: undefined'),
    'chart `bars` (wide): step `gamma` sets `top` to undefined, expected a value of the parameter\nchart `bars` (wide): step `beta` sets `top` to undefined, expected a value of the parameter\nchart `bars` (wide): step `door` sets `top` to undefined, expected a value of the parameter\nchart `bars` (wide): step `alpha` sets `top` to undefined, expected a value of the parameter\n4 problems',
  ],
  [
    'a step that sets NaN',
    chart('top: 3 - Math.min(index, 2)', 'top: Number.NaN'),
    'chart `bars` (wide): step `gamma` sets `top` to NaN, expected a value of the parameter\nchart `bars` (wide): step `beta` sets `top` to NaN, expected a value of the parameter\nchart `bars` (wide): step `door` sets `top` to NaN, expected a value of the parameter\nchart `bars` (wide): step `alpha` sets `top` to NaN, expected a value of the parameter\n4 problems',
  ],
  [
    'a step that sets what is not there',
    chart('params: { top: 3', 'params: { tpo: 1, top: 3'),
    'chart `bars` (wide): step `gamma` sets `tpo`, which is no parameter with a value of the chart; did you mean `top`? known: top\nchart `bars` (wide): step `beta` sets `tpo`, which is no parameter with a value of the chart; did you mean `top`? known: top\nchart `bars` (wide): step `door` sets `tpo`, which is no parameter with a value of the chart; did you mean `top`? known: top\nchart `bars` (wide): step `alpha` sets `tpo`, which is no parameter with a value of the chart; did you mean `top`? known: top\n4 problems',
  ],
  [
    'a move that takes less than no time',
    chart('name: `Bar', 'duration: -5, name: `Bar'),
    'chart `bars` (wide): step `gamma` has the duration -5, expected milliseconds from 0 up\nchart `bars` (wide): step `beta` has the duration -5, expected milliseconds from 0 up\nchart `bars` (wide): step `door` has the duration -5, expected milliseconds from 0 up\nchart `bars` (wide): step `alpha` has the duration -5, expected milliseconds from 0 up\n4 problems',
  ],
]

test.for(TABLE)('%s', async ([, changes, expected]) => {
  expect(await outcome(changes)).toBe(expected)
})
