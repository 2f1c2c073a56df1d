import { expect, test } from 'vitest'
import { fillSlots } from '../../src/mdx/fill-slots.ts'
import { readTree } from '../../src/tree/read-tree.ts'
import { writeTree } from '../../src/tree/write-tree.ts'

test('a layout has the parts where it places them, without what only the reading page has room for', () => {
  const frame = readTree(
    '<h2><countdown-slot name="headline"></countdown-slot></h2><div><countdown-slot name="body"></countdown-slot></div>',
  )
  const parts = { headline: readTree('A <em>b</em>'), body: readTree('<p>c</p><p data-only="read">d</p>') }
  expect(writeTree(fillSlots(frame, parts))).toBe('<h2>A <em>b</em></h2><div><p>c</p></div>')
})
