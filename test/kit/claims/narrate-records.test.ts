import { describe, expect, test } from 'vitest'
import { type Amount, createAmount } from '../../../src/kit/amount.ts'
import { chooseClaims } from '../../../src/kit/claims/choose.ts'
import type { Claim, Form, Narration, Table, Told } from '../../../src/kit/claims/claim.ts'
import { claimsAbout, narrateRecords, tableOf } from '../../../src/kit/claims/narrate-records.ts'
import { numberIn, readPrinted } from '../../../src/table/printed-number.ts'
import { randomFrom } from '../../random.ts'

interface Row {
  id: string
  rank: number
  name: string
  value: number
  group: string | null
  facts: (number | null)[]
}

/** A table made from a seed: of every size and shape of values, with and without groups, facts and ties. */
function randomTable(seed: number): { rows: Row[]; telling: Narration<Row> } {
  const random = randomFrom(seed)
  const count = 10 + Math.floor(random() * 91)
  const kind = seed % 6
  const digits = kind === 2 || kind === 4 ? 1 : 0
  const round = (value: number) => Number(value.toFixed(digits))
  const shapes = [
    () => Math.floor(random() * 1000),
    () => Math.floor(10 ** (random() * 10)),
    () => round(random() * 100),
    () => Math.floor(random() * 12),
    () => round((random() - 0.5) * 500),
    () => Math.floor(990_000 + random() * 30_000),
  ]
  const shape = shapes[kind] as () => number
  const rising = seed % 5 !== 0
  const values = Array.from({ length: count }, shape).sort((a, b) => (rising ? a - b : b - a))
  const groups = ['North', 'South', 'East', 'West', 'Middle'].slice(0, 2 + Math.floor(random() * 4))
  const rows = values.map(
    (value, index): Row => ({
      id: `n${index}`,
      rank: count - index,
      name: `N${index}`,
      value,
      group: random() < 0.1 ? null : (groups[Math.floor(random() ** 2 * groups.length)] ?? null),
      facts: [round(random() * 100), random() < 0.3 ? null : Math.floor(random() * 50)],
    }),
  )
  const print = createAmount('en', { ...(kind === 2 && { unit: '%' }), ...(kind === 1 && { currency: 'USD' }), digits })
  const factPrint = createAmount('en', { digits })
  const facts = [0, 1].map((at) => ({ label: `Fact ${at}`, value: (row: Row) => row.facts[at] ?? null, print: factPrint }))
  return {
    rows,
    telling: {
      lang: seed % 2 ? 'en' : 'de-AT',
      value: ({ value }) => value,
      print,
      ...(kind === 2 && { difference: createAmount('en', { unit: 'percentage points', digits }) }),
      adds: kind !== 2 && kind !== 4,
      ratios: kind !== 4,
      group: ({ group }) => group,
      ...(seed % 3 !== 0 && { facts }),
    },
  }
}

const reads = new WeakMap<Amount, Map<number, number>>()

/** The number that a reader takes from a printed amount. */
function readOf(print: Amount, value: number): number {
  const known = reads.get(print) ?? new Map<number, number>()
  reads.set(print, known)
  const read = known.get(value) ?? readPrintedBy(print, value)
  known.set(value, read)
  return read
}

function readPrintedBy(print: Amount, value: number): number {
  const printed = readPrinted(print(value).replaceAll('\u00a0', ' '))
  if (!printed) throw new Error(`found ${print(value)}, expected a number`)
  return numberIn(printed, '.') ?? Number.NaN
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Whether a claim holds, worked out from the rows and from what is printed, not from how it was found. */
function holds({ form, says, text }: Claim, index: number, rows: readonly Row[], telling: Narration<Row>): boolean {
  const { print, difference = print, facts = [] } = telling
  const { times = 0, mark = 0, part = 0, count = 0, run = 0 } = says
  const row = rows[index] as Row
  const earlier = rows.slice(0, index)
  const before = rows[index - 1]
  const own = row.value
  const read = (each: Row) => readOf(print, each.value)
  const other = rows.find(({ rank }) => rank === says.rank) ?? row
  const alike = row.group === null ? [] : rows.filter(({ group }) => group === row.group)
  const [total, sofar] = [sum(rows.map(({ value }) => value)), sum(earlier.map(({ value }) => value))]
  const rounds = (value: number, to = 0) => Math.abs(value - to) <= (to < 10 ? 0.0500001 : 0.5000001)
  const isTimes = () => other === before && rounds(own / other.value, times) && rounds(read(row) / read(other), times)
  const step = (at: number) => readOf(difference, (rows[at]?.value ?? 0) - (rows[at - 1]?.value ?? 0))
  const steps = () => earlier.slice(1).map((_, at) => step(at + 1))
  const fact = (each: Row) => each.facts[says.fact ?? 0] ?? null
  const factRead = (each: Row) => readOf(facts[says.fact ?? 0]?.print ?? print, fact(each) ?? 0)
  const held = rows.filter((each) => fact(each) !== null)
  const rest = held.filter((each) => each !== row)
  const isAmongHeld = () =>
    fact(row) !== null &&
    says.held === held.length &&
    (held.length === rows.length || /with a figure|mit einer Angabe/.test(text))
  const plain = () => true
  const tests: Record<Form, () => boolean> = {
    first: () => row.rank === 1,
    opens: () => index === 0,
    firstBy: () => row.rank === 1 && isTimes(),
    ratio: isTimes,
    timesLast: () => other === rows[0] && earlier.every(({ value }) => value < times * other.value) && own >= times * other.value,
    tie: () => other === before && own === other.value,
    above: () => other === before && own > other.value && read(row) > read(other),
    below: () => other === before && own < other.value && read(row) < read(other),
    widest: () => other === before && step(index) > 0 && steps().every((each) => each < step(index)),
    closest: () => other === before && step(index) > 0 && steps().every((each) => each === 0 || each > step(index)),
    beyondLast: () => other === rows[0] && Math.abs(own - other.value - (says.gap ?? -1)) < 1e-9 && read(row) > read(other),
    told: () => (index + 1) / rows.length === part,
    passes: () => earlier.every((each) => read(each) < mark) && read(row) > mark && own > mark,
    reaches: () => earlier.every((each) => read(each) < mark) && read(row) === mark && own >= mark,
    aboveZero: () => earlier.every(({ value }) => value < 0) && own > 0,
    outweighs: () => sum(earlier.slice(-count).map(({ value }) => value)) < own && earlier.length >= count,
    share: () => rounds((own / total) * 100, says.share),
    passesShare: () => sofar / total < part && (sofar + own) / total > part,
    average: () => {
      const mean = readOf(print, total / rows.length)
      return earlier.every((each) => read(each) < mean) && read(row) > mean
    },
    middle: () => rows.length - 1 - index === index && count === index,
    groupOnly: () => alike.length === 1,
    groupEnters: () => alike[0] === row && alike.length > 1,
    groupTop: () => alike.at(-1) === row && alike.every(({ rank }) => rank >= row.rank),
    groupRun: () =>
      rows.slice(index - run + 1, index + 1).every(({ group }) => group === row.group) && rows[index - run]?.group !== row.group,
    factHighest: () => isAmongHeld() && rest.every((each) => factRead(each) < factRead(row)),
    factLowest: () => isAmongHeld() && rest.every((each) => factRead(each) > factRead(row)),
    factRank: () => rest.filter((each) => factRead(each) > factRead(row)).length + 1 === says.factRank,
    factSoFar: () => earlier.length === count && earlier.every((each) => fact(each) !== null && factRead(each) < factRead(row)),
    remain: () => says.left === row.rank - 1,
    place: plain,
    next: plain,
    stands: plain,
    textFact: plain,
  }
  return tests[form]()
}

/** Tables, and all that can be said about each of their rows. */
const TABLES = Array.from({ length: 300 }, (_, index) => {
  const seed = index + 1
  const { rows, telling } = randomTable(seed)
  return { seed, rows, telling, claims: claimsOf(tableOf(rows, telling)) }
})

describe('sentences about 300 tables', () => {
  test('none is false, by what is in the table and by what is printed', () => {
    const forms = new Set<string>()
    for (const { seed, rows, telling, claims } of TABLES)
      claims.forEach((about, index) => {
        for (const { form } of about) forms.add(form)
        const isTrue = (claim: Claim) => holds(claim, index, rows, telling) && !/undefined|NaN|Infinity/.test(claim.text)
        expect([seed, about.filter((claim) => !isTrue(claim))]).toEqual([seed, []])
      })
    expect(forms.size).toBeGreaterThan(24)
  })

  test('no form makes more than a quarter of the headlines, and none comes twice in a row', () => {
    for (const { seed, rows, claims } of TABLES) {
      const heads = headsOf(claims)
      const most = Math.max(...[...Map.groupBy(heads, (form) => form).values()].map((alike) => alike.length))
      expect([seed, most <= rows.length / 4]).toEqual([seed, true])
      expect([seed, heads.filter((form, index) => index > 0 && form === heads[index - 1])]).toEqual([seed, []])
    }
  })

  test('what is between two shares are percentage points', () => {
    for (const { rows, telling } of TABLES.filter(({ seed }) => seed % 6 === 2)) {
      const said = [...narrateRecords(rows, telling).values()].flatMap(({ headline, body }) => [headline, ...body])
      expect(said.join('\n').replaceAll('\u00a0', ' ')).not.toMatch(/lies [\d.]+ % |liegt [\d.]+ % /)
    }
  })
})

function claimsOf(table: Table): Claim[][] {
  return table.told.map((one: Told) => claimsAbout(table, one))
}

function headsOf(claims: Claim[][]): string[] {
  return chooseClaims(claims).map(({ headline }) => headline.form)
}

const print = createAmount('en')
const row = (name: string, value: number, rank: number): Row => ({ id: name, rank, name, value, group: null, facts: [] })
const headlines = (values: readonly number[], telling: Partial<Narration<Row>> = {}) => {
  const rows = values.map((value, index) => row(`N${index}`, value, values.length - index))
  const said = narrateRecords(rows, { lang: 'en', value: ({ value }) => value, print, ...telling })
  return rows.map(({ id }) => said.get(id)?.headline.replaceAll('\u00a0', ' '))
}

test('marks are passed by all that are told so far, and never where the figures read alike', () => {
  expect(headlines([1, 3, 4, 1_000_400_000])).toContain('N3 comes first, at 1 billion')
  expect(headlines([900, 1004, 1100, 1200, 1300])).toContain('N1 is the first past 1,000, at 1,004')
  expect(headlines([999_990_000, 1_000_400_000, 1_200_000_000, 1_300_000_000])).not.toContain(
    'N1 is the first past 1 billion, at 1 billion',
  )
})

test('a fact that goes along the values says nothing new', () => {
  const values = [1, 2, 3, 5, 8, 12, 20]
  const said = (of: (value: number) => number) =>
    headlines(values, { facts: [{ label: 'Share', value: ({ value }) => of(value), print }] }).join()
  expect(said((value) => value * 3)).not.toContain('share')
  expect(said((value) => -value)).not.toContain('share')
  expect(said((value) => (value === 5 ? 99 : value))).toContain('share')
})

test('words stand in quotes', () => expect(headlines([1, 2, 3], { quoted: true })[0]).toBe('“N0” opens the count at 1'))

test('names that are long leave room for what is said of them', () => {
  const long = (at: number) => `${'Donaudampfschifffahrtsgesellschaft '.repeat(2)}${at}`
  const rows = [97, 154, 188, 266, 312, 333, 401, 478].map((value, at) => row(long(at), value, 8 - at))
  const said = [...narrateRecords(rows, { lang: 'en', value: ({ value }) => value, print, ratios: true, adds: true }).values()]
  expect(said.filter(({ headline }) => headline.length > 140)).toEqual([])
  expect(said.filter(({ body }) => body.join('').length > 182)).toEqual([])
  expect(said.filter(({ body }) => body.length > 0).length).toBeGreaterThan(3)
})

test('a story of one record, and of two that are level', () => {
  expect(headlines([5])).toEqual(['N0 comes first, at 5'])
  expect(headlines([5, 5])).toEqual(['N0 opens the count at 5', 'N1 comes first, at 5'])
})
