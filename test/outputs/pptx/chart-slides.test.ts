import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chartSlides } from '../../../src/outputs/pptx/chart-slides.ts'
import { layoutsFor } from '../../../src/outputs/pptx/layouts.ts'
import { writePackage } from '../../../src/outputs/pptx/package.ts'
import { numberFormat } from '../../../src/outputs/pptx/record-sheet.ts'
import { specSheet } from '../../../src/outputs/pptx/spec-sheet.ts'
import type { Story } from '../../../src/story/story.ts'
import { readTree } from '../../../src/tree/read-tree.ts'
import { all, readArchive, rootOf, value, wordsOf } from './read-pptx.ts'

const context = {
  layouts: layoutsFor({ facts: [], hasFooter: false }),
  language: 'en-US',
  rtl: false,
  date: new Date('2024-01-01T00:00:00Z'),
}

interface Row {
  id: string
  amount: number | undefined
  other?: number
}

/** A story of two acts whose only table has these rows; the first `inFirst` of them, by rank, are told in the first act. */
function storyOf(rows: readonly Row[], inFirst: number): Story {
  const acts = ['few', 'rest'].map((id) => ({ id, title: `Act ${id} <&>`, slides: [] }))
  const records = rows.map(({ id }, index) => ({ id, name: `Name of ${id} & Co`, rank: index + 1 }))
  const cell = (head: string, number: number | undefined) =>
    number === undefined ? '<td>none</td>' : `<td data-head="${head}" data-value="${number}">$${number / 1e6} million</td>`
  const lines = rows.map(
    ({ id, amount, other }, index) =>
      `<tr data-id="${id}"><td class="rank" data-head="#" data-value="${index + 1}">${index + 1}</td>${cell('Other', other)}${cell('Amount', amount)}</tr>`,
  )
  const empty = readTree('')
  const told = records.map((record, index) => ({ record, act: acts[index < inFirst ? 0 : 1], content: empty }))
  const table = { act: acts[1], content: readTree(`<table class="records"><tbody>${lines.join('')}</tbody></table>`) }
  return { deck: { title: 'All of them', source: 'From a test', acts, records }, slides: [...told, table] } as unknown as Story
}

const rows: readonly Row[] = [
  { id: 'a', amount: 9_500_000, other: 3 },
  { id: 'b', amount: 7_500_000 },
  { id: 'c', amount: 1_500_000, other: 8 },
]

/** The parts as they are read from a package. */
function read(story: Story) {
  const parts = chartSlides(story, context).flat()
  return readArchive(writePackage(parts, [], context.date))
}

describe('charts of Office’s own', () => {
  const files = read(storyOf(rows, 2))
  const slides = [...files.keys()].filter((path) => path.startsWith('ppt/slides/slide'))

  test('each act of several records has a hidden slide after those of the story, and all together have one', () => {
    expect(slides).toEqual(['ppt/slides/slide5.xml', 'ppt/slides/slide6.xml'])
    for (const path of slides) expect(value(rootOf(files, path), 'show')).toBe('0')
    const said = slides.map((path) => all(rootOf(files, path), 'p:sp').map(wordsOf))
    expect(said).toEqual([
      ['Amount', 'Act few <&>', 'From a test', '5'],
      ['Amount', 'All of them', 'From a test', '6'],
    ])
  })

  test('bars are the ranked numbers, as the table prints them, and name and workbook say the same', () => {
    const [path = ''] = slides
    const frame = all(rootOf(files, path), 'p:graphicFrame')[0]
    expect(frame && value(all(frame, 'p:cNvPr')[0], 'descr')).toBe(
      'Amount: Name of a & Co $9.5 million; Name of b & Co $7.5 million',
    )
    const chart = rootOf(files, 'ppt/charts/chart1.xml')
    expect(all(chart, 'c:v').map(({ text }) => text)).toEqual([
      'Amount',
      'Name of a & Co',
      'Name of b & Co',
      '9500000',
      '7500000',
    ])
    expect(all(chart, 'c:f').map(({ text }) => text)).toEqual(['Sheet1!$B$1', 'Sheet1!$A$2:$A$3', 'Sheet1!$B$2:$B$3'])
    expect(value(all(chart, 'c:numFmt')[0], 'formatCode')).toBe('"$"#,##0.0,," million"')
    const way = all(rootOf(files, 'ppt/charts/_rels/chart1.xml.rels'), 'Relationship')[0]
    const book = readArchive(files.get(posix.join('ppt/charts', value(way, 'Target'))) ?? new Uint8Array())
    const sheet = rootOf(book, 'xl/worksheets/sheet1.xml')
    // The schema of ISO 29500 has no `xml:space` there.
    expect(all(sheet, 't').flatMap(({ attributes }) => Object.keys(attributes))).toEqual([])
    const cells = all(sheet, 'c').map((cell) => [value(cell, 'r'), cell.text])
    expect(cells).toEqual([
      ['B1', 'Amount'],
      ['C1', 'Other'],
      ['A2', 'Name of a & Co'],
      ['B2', '9500000'],
      ['C2', '3'],
      ['A3', 'Name of b & Co'],
      ['B3', '7500000'],
    ])
  })

  test('more bars than can be read stand in two charts on one scale, from zero', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ id: `r${index}`, amount: 31 - index }))
    const made = read(storyOf(many, 1))
    const charts = [...made.keys()].filter((path) => /charts\/chart\d+\.xml$/.test(path)).map((path) => rootOf(made, path))
    // 29 in the second act, 30 in all.
    expect(charts.map((chart) => Number(value(all(chart, 'c:ptCount')[1], 'val')))).toEqual([15, 14, 15, 15])
    const ends = charts.map((chart) => [all(chart, 'c:max')[0], all(chart, 'c:min')[0]].map((end) => value(end, 'val')))
    expect(ends).toEqual([
      ['30', '0'],
      ['30', '0'],
      ['31', '0'],
      ['31', '0'],
    ])
  })

  test('no slide has more than two charts, however many records there are', () => {
    const many = Array.from({ length: 130 }, (_, index) => ({ id: `r${index}`, amount: 131 - index }))
    const made = read(storyOf(many, 1))
    const slides = [...made.keys()].filter((path) => path.startsWith('ppt/slides/slide')).map((path) => rootOf(made, path))
    expect(slides.map((slide) => all(slide, 'p:graphicFrame').length)).toEqual([2, 2, 2, 2, 2, 2])
    expect(slides.map((slide) => all(slide, 'p:sp').map(wordsOf)[1])).toContain('All of them · 3/3')
  })

  test('a table without a number for every rank makes none, nor does a story without a table', () => {
    expect(chartSlides(storyOf([...rows, { id: 'd', amount: undefined }], 2), context)).toEqual([])
    const { deck, slides: told } = storyOf(rows, 2)
    expect(chartSlides({ deck, slides: told.slice(0, -1) } as unknown as Story, context)).toEqual([])
  })
})

test.each([
  [[[282_700_000_000, '282.7']], '#,##0.0,,,'],
  [[[1_234_500, '1 234,5\u00a0kt']], '#,##0.0,"\u00a0kt"'],
  [
    [
      [-12_614, '\u2212$12,614'],
      [3, '$3'],
    ],
    '"$"#,##0',
  ],
  [
    [
      [5_000_000, '$5 million'],
      [4_000, '$4,000'],
    ],
    '"$"#,##0.000,," million"',
  ],
  [
    [
      [896_000_000, '$896 million'],
      [2_770_000_000, '$2.77 billion'],
    ],
    '"$"#,##0.00,,," billion"',
  ],
  [[[0.123, '12 %']], 'General'],
] as const)('numbers %j are printed in charts as in the table: %s', (cells, format) => {
  expect(numberFormat(cells.map(([number, printed]) => ({ values: [number], printed })))).toBe(format)
})

describe('charts of the slides', () => {
  const data = [
    { day: '2024-01-01', city: 'Oslo', hours: 6, rain: 3 },
    { day: '2024-01-01', city: 'Rome', hours: 9, rain: 5 },
    { day: '2024-06-01', city: 'Rome', hours: 15, rain: 1 },
  ]
  const day = { field: 'day', type: 'temporal' }
  const hours = { field: 'hours', type: 'quantitative', title: 'Hours of light' }
  const rain = { field: 'rain', type: 'quantitative' }
  const city = { field: 'city', type: 'nominal' }
  const chartOf = (spec: object) => ({
    specs: { all: JSON.stringify({ data: { name: 'days' }, ...spec }) },
    data: JSON.stringify({ days: data }),
    params: {},
    name: 'Light by day',
    inline: false,
    interactive: false,
  })

  test('lines have a column for each, and nothing where one has no number', () => {
    const sheet = specSheet(chartOf({ mark: 'line', encoding: { x: day, y: hours, color: city } }))
    expect(sheet).toMatchObject({ kind: 'line', head: 'day', labels: ['Oslo', 'Rome'], drawn: 2 })
    expect(sheet?.rows).toEqual([
      { name: '2024-01-01', values: [6, 9] },
      { name: '2024-06-01', values: [undefined, 15] },
    ])
  })

  test('points are pairs of numbers, and a logarithmic scale stays one', () => {
    const sheet = specSheet(
      chartOf({ mark: { type: 'point' }, encoding: { x: { ...rain, scale: { type: 'log' } }, y: hours, tooltip: city } }),
    )
    expect(sheet).toMatchObject({ kind: 'scatter', head: 'rain', labels: ['Hours of light'], log: { x: true, y: false } })
    expect(sheet?.rows.map(({ name, values }) => [name, ...values])).toEqual([
      [3, 6],
      [5, 9],
      [1, 15],
    ])
  })

  test.each([
    ['a view that computes', { mark: 'line', transform: [{ filter: 'true' }], encoding: { x: day, y: hours, color: city } }],
    ['an aggregate', { mark: 'bar', encoding: { x: city, y: { aggregate: 'sum', ...hours } } }],
    ['bars upon each other', { mark: 'bar', encoding: { x: day, y: hours, color: city } }],
    ['two numbers in one place', { mark: 'bar', encoding: { x: city, y: hours } }],
    ['a size that means something', { mark: 'point', encoding: { x: rain, y: hours, size: rain } }],
    ['layers', { layer: [{ mark: 'line', encoding: { x: day, y: hours } }] }],
    ['areas', { mark: 'area', encoding: { x: day, y: hours } }],
    ['a scale that Office has not', { mark: 'point', encoding: { x: { ...rain, scale: { type: 'sqrt' } }, y: hours } }],
  ])('%s stays with the deck', (_, spec) => {
    expect(specSheet(chartOf(spec))).toBeUndefined()
  })

  test('a chart that stands on several slides is there once, with the words and the title of the first', () => {
    const chart = chartOf({ mark: 'line', encoding: { x: day, y: hours, color: city } })
    const content = readTree('')
    const slides = ['One', 'Two'].map((title) => ({ title, content, act: { id: 'a' }, chart }))
    const files = read({ deck: { title: '', source: 'S', acts: [], records: [] }, slides } as unknown as Story)
    expect([...files.keys()].filter((path) => /slides\/slide\d/.test(path))).toEqual(['ppt/slides/slide3.xml'])
    const slide = rootOf(files, 'ppt/slides/slide3.xml')
    expect(all(slide, 'p:sp').map(wordsOf)).toEqual(['Hours of light', 'One', 'S', '3'])
    expect(all(slide, 'p:cNvPr').map((one) => value(one, 'descr'))).toContain('Light by day')
    const drawn = rootOf(files, 'ppt/charts/chart1.xml')
    expect(all(drawn, 'c:lineChart', 'c:legend')).toHaveLength(2)
    expect(all(drawn, 'c:f').map(({ text }) => text)).toEqual([
      'Sheet1!$B$1',
      'Sheet1!$A$2:$A$3',
      'Sheet1!$B$2:$B$3',
      'Sheet1!$C$1',
      'Sheet1!$A$2:$A$3',
      'Sheet1!$C$2:$C$3',
    ])
  })
})
