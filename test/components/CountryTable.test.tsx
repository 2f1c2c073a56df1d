import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { CountryTable } from '../../components/CountryTable.tsx'
import { records } from '../../data/records.ts'

const html = renderToString(<CountryTable />).replaceAll('\u00a0', ' ')
const rows = html.match(/<tr[^>]*>.*?<\/tr>/g) ?? []
const cells = (row = '') => (row.match(/<t[hd][^>]*>.*?<\/t[hd]>/g) ?? []).map((cell) => cell.replace(/<[^>]*>/g, ''))

test('it is one table of all records, largest first, with caption and scopes', () => {
  expect(rows).toHaveLength(records.length + 1)
  expect(html.match(/<table/g)).toHaveLength(1)
  expect(html).toMatch(/<caption[^>]*>[^<]*43 countries/)
  expect(html.match(/scope="col"/g)).toHaveLength(8)
  expect(html.match(/scope="row"/g)).toHaveLength(records.length)
})

test('a slide has what can be read from the back row, and the reading page all', () => {
  const onSlide = (html.match(/<th[^>]*scope="col"[^>]*>/g) ?? []).filter((head) => !head.includes('data-only="read"'))
  expect(onSlide.map((head) => /data-key="(\w+)"/.exec(head)?.[1])).toEqual(['rank', 'name', 'deficit', 'exports', 'imports'])
})

test('figures are in billions, and per head in dollars', () => {
  expect(cells(rows[1])).toEqual(['1', 'China', 'Eastern Asia', '282.7', '436.3', '153.6', '17,800', '$12,614'])
  expect(cells(rows.at(-1))).toEqual(['43', 'Libya', 'Northern Africa', '1.1', '1.6', '0.4', '45.1', '$6,173'])
})

test('missing figures are said once for both columns they would stand in', () => {
  const missing = rows.filter((row) => row.includes('no 2023 figure'))
  expect(missing.map((row) => cells(row)[1])).toEqual(['Chinese Taipei', 'Venezuela'])
  for (const row of missing) expect(row).toContain('colspan="2"')
})
