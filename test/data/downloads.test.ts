import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { downloads } from '../../data/downloads.ts'
import { records } from '../../data/records.ts'

const json = downloads['trade-2023.json'] ?? ''

test('the CSV for download is the table as the author wrote it', () => {
  expect(downloads['trade-2023.csv']).toBe(readFileSync(new URL('../../data/trade-2023.csv', import.meta.url), 'utf8'))
})

test('the JSON for download holds every record, keys in one order, a line feed at the end', () => {
  expect(JSON.parse(json)).toEqual(records)
  expect(json.endsWith(']\n')).toBe(true)
  const orders = (JSON.parse(json) as object[]).map((record) => Object.keys(record).join())
  expect([...new Set(orders)]).toEqual(['id,rank,name,iso3,isoNumeric,deficit,exports,imports,gdp,gdpPerCapita,location'])
})
