import { expect, test } from 'vitest'
import { bookmarksOf, forPaper, forPrint } from '../../src/outputs/document.ts'
import { readTree } from '../../src/tree/read-tree.ts'
import { writeTree } from '../../src/tree/write-tree.ts'

test('links to files beside the story go, others stay', () => {
  expect(writeTree(forPrint(readTree('<a href="data/x.csv">CSV</a> <a href="https://oec.world/">OEC</a>')))).toBe(
    '<a>CSV</a> <a href="https://oec.world/">OEC</a>',
  )
})

test('white space is what separates words; between spans, which styles may set apart, it is in the first', () => {
  const written = (html: string) => writeTree(forPrint(readTree(html)))
  expect(written('<div>\n<p> a\n  <b>b</b> <i>c</i>\n</p>\n<pre> x\n</pre></div>')).toBe(
    '<div><p>a <b>b</b> <i>c</i></p><pre> x\n</pre></div>',
  )
  expect(written('<p><span>7 %</span> <span>of all</span></p>')).toBe('<p><span>7 % </span><span>of all</span></p>')
  expect(written('<li><input type="checkbox"> Count</li>')).toBe('<li><span class=""></span> Count</li>')
})

test('emphasis is styled, whatever its element and attributes', () => {
  expect(writeTree(forPaper(readTree('<strong class="x">a</strong> <em>b</em> <br> c')))).toBe(
    '<span class="emphasis">a</span> <span class="emphasis">b</span><br>c',
  )
})

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
