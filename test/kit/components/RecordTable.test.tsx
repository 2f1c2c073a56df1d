import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { recordTable } from '../../../src/kit/components/RecordTable.tsx'
import { forSlide } from '../../../src/mdx/fill-slots.ts'
import type { Columns } from '../../../src/story/description.ts'
import { readTree } from '../../../src/tree/read-tree.ts'
import { writeTree } from '../../../src/tree/write-tree.ts'

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
    ...['range', 'again', 'more', 'last'].map((key) => ({ key, label: key, numeric: false, text: ({ range }: Peak) => range })),
  ],
  missing: 'no figure',
}

/** The table of so many records, the last rank first among them. */
function table(count: number): string {
  const records = Array.from({ length: count }, (_, index): Peak => {
    const rank = count - index
    return {
      id: `p${rank}`,
      rank,
      name: rank === 3 ? `Peak ${'of the long range '.repeat(9)}` : `P${rank}`,
      height: 9000 - rank,
      range: rank === 2 ? null : 'North',
    }
  })
  const Table = recordTable(records, columns)
  return renderToString(<Table caption="All of them" beginning="It goes on." />)
}

const onSlide = (html: string) => writeTree(forSlide(readTree(html)))
const rowsOf = (html: string) => [...html.matchAll(/<tr [^>]*data-id="(\w+)"/g)].map(([, id]) => id)

test('all records stand in it, #1 first, with what a script sorts by', () => {
  const html = table(5)
  expect(rowsOf(html)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5'])
  expect(html).toMatch(/<td data-value="8999" class="amount" data-head="Height">8999 m</)
  expect(html).toMatch(/<td class="words missing" data-head="range">no figure</)
  expect(html).toMatch(/data-sortable/)
})

test.each([
  [13, 'few', 13, 7],
  [16, 'one', 16, 7],
  [17, 'roomy', 17, 5],
  [30, 'roomy', 30, 5],
  [40, 'two', 40, 5],
  [41, 'full', 41, 5],
  [45, 'long', 17, 7],
])('of %i records, a slide has them as %s: %i rows, %i columns', (count, fit, rows, heads) => {
  const slide = onSlide(table(count))
  expect(slide).toContain(`record-table ${fit}`)
  expect([rowsOf(slide).length, slide.match(/<th [^>]*scope="col"/g)?.length]).toEqual([rows, heads])
  expect(rowsOf(table(count))).toHaveLength(count)
})

test('a name that a slide has no room for is whole on the reading page alone', () => {
  expect(table(5)).toContain(`>Peak ${'of the long range '.repeat(9)}</th>`)
  expect(onSlide(table(5))).toMatch(/<th [^>]*class="name"[^>]*>Peak (?:of the long range )+(?:of|of the|of the long)?…<\/th>/)
  expect(onSlide(table(5))).not.toContain('data-shortened')
})

test('half a table says that it goes on, and is not offered for sorting', () => {
  const slide = onSlide(table(45))
  expect(slide).toContain('It goes on.')
  expect(slide).not.toContain('data-sortable')
  expect(table(44)).not.toContain('It goes on.')
})

test('the reading page moves a table by keys; on a slide they turn the slides', () => {
  expect(table(5)).toMatch(/<div class="record-table few" role="region" aria-label="All of them" tabindex="0" data-keys="own">/i)
  expect(onSlide(table(5))).toContain('<div class="record-table few"><table')
})
