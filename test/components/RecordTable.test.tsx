import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { forSlide } from '../../components/for-slide.ts'
import { recordTable } from '../../components/RecordTable.tsx'
import type { Columns } from '../../src/column.ts'

interface Peak {
  id: string
  rank: number
  name: string
  height: number
  range: string | null
}

const columns: Columns<Peak> = {
  all: [
    { key: 'rank', label: '#', numeric: true, text: ({ rank }) => String(rank) },
    { key: 'name', label: 'Peak', numeric: false, text: ({ name }) => name },
    { key: 'height', label: 'Height', numeric: true, text: ({ height }) => `${height} m` },
    ...['range', 'again', 'last'].map((key) => ({ key, label: key, numeric: false, text: ({ range }: Peak) => range })),
  ],
  missing: 'no figure',
}

/** The table of so many records, the last rank first among them. */
function table(count: number): string {
  const records = Array.from({ length: count }, (_, index): Peak => {
    const rank = count - index
    return { id: `p${rank}`, rank, name: `P${rank}`, height: 9000 - rank, range: rank === 2 ? null : 'North' }
  })
  const Table = recordTable(records, columns)
  return renderToString(<Table caption="All of them" beginning="It goes on." />)
}

const rowsOf = (html: string) => [...html.matchAll(/<tr [^>]*data-id="(\w+)"/g)].map(([, id]) => id)

test('all records stand in it, #1 first, with what a script sorts by', () => {
  const html = table(5)
  expect(rowsOf(html)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5'])
  expect(html).toMatch(/<td data-value="8999" class="amount" data-head="Height">8999 m</)
  expect(html).toMatch(/<td class="words missing" data-head="range">no figure</)
  expect(html).toMatch(/data-sortable/)
})

test.each([
  [13, 'few', 13, 6],
  [20, 'one', 20, 6],
  [40, 'two', 40, 5],
  [41, 'long', 20, 6],
])('of %i records, a slide has them as %s: %i rows, %i columns', (count, fit, rows, heads) => {
  const slide = forSlide(table(count))
  expect(slide).toContain(`record-table ${fit}`)
  expect([rowsOf(slide).length, slide.match(/<th [^>]*scope="col"/g)?.length]).toEqual([rows, heads])
  expect(rowsOf(table(count))).toHaveLength(count)
})

test('half a table says that it goes on, and is not offered for sorting', () => {
  const slide = forSlide(table(41))
  expect(slide).toContain('It goes on.')
  expect(slide).not.toContain('data-sortable')
  expect(table(40)).not.toContain('It goes on.')
})
