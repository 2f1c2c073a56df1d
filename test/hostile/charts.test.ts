import { outcome } from './door.ts'
import { edited, read } from './edited.ts'
import type { Case } from './outcome.ts'
import { testStored } from './stored.ts'

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
  ['data from elsewhere', chart('values: records', "url: 'https://example.com/letters.csv'")],
  ['a misspelt field', chart("field: 'size'", "field: 'sise'")],
  ['a file from the disk', chart('values: records', "url: 'file:///etc/passwd'")],
  ['a file beside the deck', chart('values: records', "url: 'letters.csv'")],
  ['an address that is computed', chart('values: records', 'url: { signal: \'"https://example.com"\' } as never')],
  [
    'an address to look things up',
    filter("{ lookup: 'id', from: { data: { url: 'https://example.com/a' }, key: 'id', fields: ['x'] } }"),
  ],
  ['data of a name that is not there', chart('values: records', "name: 'nobody'")],
  ['no rows', chart('values: records', 'values: []')],
  ['NaN among the figures', weight('NaN')],
  ['Infinity among the figures', weight('Infinity')],
  ['a word among the figures', weight("'four'")],
  ['a figure too large for numbers', weight('4n')],
  ['a missing figure, which may be', weight('null')],
  ['rows that cannot be written to', { 'data/records.ts': RECORDS.replace('\n]\n', '\n].map((row) => Object.freeze(row))\n') }],
  [
    'a row that holds itself',
    {
      'charts/bars.ts': CHART.replace('values: records', 'values: [...records, own]').replace(
        'export',
        "const own = { id: 'own', rank: 0, own: {} }\nown.own = own\nexport",
      ),
    },
  ],
  ['a row that is nothing', chart('values: records', 'values: [null, ...records] as never')],
  ['a thousand million rows', chart('data: { values: records }', "data: { sequence: { start: 0, stop: 1e9, as: 'size' } }")],
  ['ten thousand million bins', encoding("x: { field: 'size', type: 'quantitative', bin: { step: 1e-9 } }")],
  // — marks —
  ['an unknown mark', chart("type: 'bar'", "type: 'baar' as never")],
  ['a picture', chart("{ type: 'bar', aria: false }", "{ type: 'image', url: 'https://example.com/x.png' }")],
  ['two rows with one key', chart("key: { field: 'id' }", "key: { field: 'one' }")],
  ['no key', chart("key: { field: 'id' },", '')],
  ['a type of data that is none', chart("type: 'quantitative'", "type: 'quantitativ' as never")],
  ['a picture larger than the frame', chart('width: width - 20', 'width: 5000')],
  // — expressions —
  ['an expression that fails', filter("{ filter: 'datum.id.nope.deep > 1' }")],
  ['an expression that ends too soon', filter("{ filter: 'datum.rank >=' }")],
  ['a function that Vega does not know', filter("{ filter: 'alert(1)' }")],
  ['a way out of the expression', filter(`{ filter: "[].constructor.constructor('return process')()" }`)],
  ['a list of a thousand million numbers', filter("{ calculate: 'length(sequence(1e9))', as: 'luck' }")],
  ['a member of every object', filter("{ calculate: 'datum.constructor', as: 'luck' }")],
  ['the window', filter("{ calculate: 'window.location', as: 'luck' }")],
  ['the clock', filter("{ filter: 'now() > 0' }")],
  ['chance, which falls the same way each time', filter("{ calculate: 'random()', as: 'luck' }")],
  // — what would run or load something —
  ['options for the page that shows it', chart('padding: 10,', 'padding: 10, usermeta: { embedOptions: { ast: false } },')],
  ['a link that runs script', encoding("href: { value: 'javascript:alert(1)' }")],
  ['a tooltip that runs script', encoding("tooltip: { value: '<img src=x onerror=alert(1)>' }")],
  ['a paint from elsewhere', encoding("color: { value: 'url(https://example.com/x.svg#a)' }")],
  // — the function and its steps —
  ['a step without a name', chart('name: `Bar', "name: id === 'door' ? ' ' : `Bar")],
  ['a chart that throws', chart('padding: 10,', "padding: (() => { throw new Error('bad chart') })(),")],
  ['no chart at all', { 'charts/bars.ts': CHART.replace('spec: (', 'spec: () => null as never, drawn: (') }],
  ['a step that is missing', chart("'door', ", '')],
  ['a step twice', chart("'door', ", "'door', 'door', ")],
  ['a step that sets nothing', chart('top: 3 - Math.min(index, 2)', 'top: undefined')],
  ['a step that sets NaN', chart('top: 3 - Math.min(index, 2)', 'top: Number.NaN')],
  ['a step that sets what is not there', chart('params: { top: 3', 'params: { tpo: 1, top: 3')],
  ['a move that takes less than no time', chart('name: `Bar', 'duration: -5, name: `Bar')],
]

testStored('charts', TABLE, ([, changes]) => outcome(changes))
