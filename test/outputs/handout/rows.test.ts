import { expect, test } from 'vitest'
import type { Edition } from '../../../src/outputs/handout/edition.ts'
import { renderCells } from '../../../src/outputs/handout/rows.ts'
import type { RankedRecord } from '../../../src/story/deck.ts'
import type { Column } from '../../../src/story/description.ts'

const edition = { missing: 'no figure' } as Edition
const record: RankedRecord = { id: 'a', rank: 1, name: '<A>' }
const column = (key: string, text: string | null): Column<RankedRecord> => ({
  key,
  label: key,
  numeric: key !== 'name',
  text: () => text,
})

test('the name heads its row; data stay text', () => {
  expect(renderCells(edition, [column('name', '<A>'), column('size', '3')], record)).toBe(
    '<th scope="row" class="name">&lt;A&gt;</th><td class="size number">3</td>',
  )
})

test('neighbours without a figure say so once', () => {
  expect(renderCells(edition, [column('x', null), column('y', null), column('z', '1'), column('w', null)], record)).toBe(
    '<td class="missing" colspan="2">no figure</td><td class="z number">1</td><td class="missing">no figure</td>',
  )
})

test('what belongs to a figure stands under it, and nothing where there is no figure', () => {
  const under = (key: string) => (key === 'x' ? '<svg></svg>' : '')
  expect(renderCells(edition, [column('x', '3'), column('y', '1')], record, under)).toBe(
    '<td class="x number">3<svg></svg></td><td class="y number">1</td>',
  )
  expect(renderCells(edition, [column('x', null)], record, under)).toBe('<td class="missing">no figure</td>')
})
