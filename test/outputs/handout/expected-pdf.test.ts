import { expect, test } from 'vitest'
import { bookmarksOf } from '../../../src/outputs/document.ts'
import { readTree } from '../../../src/tree/read-tree.ts'

test('headings nest by their level, with the text that they show', () => {
  expect(bookmarksOf(readTree('<h1>A</h1><h2 id="b">B <span>&amp;</span> b</h2><h3>C</h3><h2>D</h2>'))).toEqual([
    {
      title: 'A',
      children: [
        { title: 'B & b', children: [{ title: 'C', children: [] }] },
        { title: 'D', children: [] },
      ],
    },
  ])
})
