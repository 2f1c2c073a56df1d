import { describe, expect, test } from 'vitest'
import { records } from '../../../data/records.ts'
import deck from '../../../slides/deck.ts'
import { renderBar, renderScale, renderShare, renderStrip, ticksFor } from '../../../src/outputs/handout/bars.ts'
import { createEdition, type Edition } from '../../../src/outputs/handout/edition.ts'
import type { RankedRecord } from '../../../src/story/deck.ts'
import type { Story } from '../../../src/story/story.ts'

const { edition } = createEdition({ deck, slides: [] } as unknown as Story)
const width = (id: string) => {
  const record = records.find((one) => one.id === id)
  return Number(/class="bar" style="width:([\d.]+)%"/.exec(record ? renderBar(edition, record) : '')?.[1])
}

test('every bar is linear from zero, on one scale that the largest fills', () => {
  expect(edition.scale(0)).toBe(0)
  expect(width('china')).toBe(100)
  for (const { id, deficit } of records) expect(width(id)).toBeCloseTo((deficit / 282.7e9) * 100, 2)
})

test('the marks of the scale stand where a bar of that length ends', () => {
  expect(renderScale(edition)).toContain(`<span style="left:${Math.round((100 / 282.7) * 100_000) / 1000}%">100</span>`)
})

test('a bar is no news to a screen reader: its cells say the same', () => {
  expect(renderBar(edition, records[0] as (typeof records)[0])).not.toContain('>1.1')
})

test('the share of some records is told, and drawn after all that came before them', () => {
  const html = renderShare(edition, records.slice(0, 9)).replaceAll('\u00a0', ' ')
  expect(html).toContain('9 countries, $15.0 billion: 1.1 % of the total.')
  expect(renderShare(edition, records.slice(9, 24)).replaceAll('\u00a0', ' ')).toContain('with all before them, 6.7 %')
  expect(renderShare(edition, [])).toBe('')
})

describe('of values on both sides of zero', () => {
  const values = { low: -50, none: 0, high: 150 }
  const told = Object.keys(values).map((id, index) => ({ id, name: id, rank: 3 - index }))
  const both = createEdition({
    deck: {
      ...deck,
      records: told,
      handout: {
        bars: { column: 'name', value: ({ id }: { id: keyof typeof values }) => values[id], title: '', marks: [] },
        columns: [],
      },
    },
    slides: [],
  } as unknown as Story).edition

  test('the scale begins at the least', () => {
    expect([-50, 0, 150].map(both.scale)).toEqual([0, 0.25, 1])
  })

  test('bars go from zero to either side', () => {
    expect(told.map((record) => /style="(.*)"/.exec(renderBar(both, record))?.[1])).toEqual([
      'width:25%',
      'left:25%;width:0%',
      'left:25%;width:75%',
    ])
  })
})

const figures = new Map([
  ['a', 1],
  ['b', 10],
  ['c', 100],
  ['d', null],
])
const ranked = [...figures.keys()].map((id, index): RankedRecord => ({ id, rank: figures.size - index, name: id }))
const value = ({ id }: RankedRecord) => figures.get(id) ?? null
const ratios = { handout: { strip: { column: 'ratio', value } }, ticks: ticksFor(ranked, value) } as unknown as Edition
const strip = (id: string, column = 'ratio') =>
  renderStrip(ratios, column, ranked.find((record) => record.id === id) as RankedRecord)
const own = (svg: string) => Number(/M([\d.]+),0v/.exec(svg)?.[1])

test('a record stands among all that have a figure, on a logarithmic scale', () => {
  for (const id of ['a', 'b', 'c']) expect(strip(id).match(/M[\d.]+,3v6/g)).toHaveLength(3)
  expect(own(strip('b'))).toBeCloseTo((own(strip('a')) + own(strip('c'))) / 2, 2)
  expect(own(strip('c'))).toBeGreaterThan(own(strip('a')))
})

test('another column has none, nor has a record without a figure', () => {
  expect(strip('a', 'size')).toBe('')
  expect(strip('d')).toBe('')
})
