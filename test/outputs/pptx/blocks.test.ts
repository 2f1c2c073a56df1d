import { expect, test } from 'vitest'
import { type Block, blocksOf } from '../../../src/outputs/pptx/blocks.ts'
import { readTree } from '../../../src/tree/read-tree.ts'

const read = (html: string): Block[] => blocksOf(readTree(html).children)
const texts = (html: string) =>
  read(html).map((block) => (block.kind === 'text' ? block.paragraph.runs.map(({ text }) => text).join('|') : block.kind))

test('spaces are those that a browser shows', () => {
  expect(texts('<p> one \n <b> two</b> <i> three </i> </p>\n<p>four</p>')).toEqual(['one |two| |three', 'four'])
  expect(texts('<p>a<br> b</p>')).toEqual(['a|\n|b'])
})

test('items know their mark and their depth; of one item the first paragraph alone has the mark', () => {
  const blocks = read('<ol start="3"><li><p>a</p><p>b</p></li><li>c<ul><li>d</li></ul></li></ol>')
  const lines = blocks.map((block) => (block.kind === 'text' ? block.paragraph : undefined))
  expect(lines.map((line) => [line?.bullet, line?.indent])).toEqual([
    [{ start: 3 }, 22],
    [undefined, 22],
    [{ start: 4 }, 22],
    ['–', 44],
  ])
})

test('a formula stays in its line, as it was typed', () => {
  expect(texts('<p>so <math alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math> grows</p>')).toEqual(['so |x^2| grows'])
})

test('pictures, tables and code stand between the paragraphs around them', () => {
  const html = '<p>a <img src="x.png" alt="X"> b</p><table><tbody><tr><td>1</td></tr></tbody></table><pre>if x\n  y\n</pre>'
  expect(texts(html)).toEqual(['a', 'picture', 'b', 'table', 'if x', '  y'])
})

test('what nobody sees is left out, and what only the page has', () => {
  expect(texts('<p>a<span class="visually-hidden"> (b)</span></p><p data-only="read">c</p>')).toEqual(['a'])
})

test('letters look as they are marked, and links lead on', () => {
  const [block] = read('<p><strong>a</strong><del>b</del><code>c</code><sup>d</sup><a href="https://example.org/">e</a></p>')
  expect(block?.kind === 'text' && block.paragraph.runs).toEqual([
    { text: 'a', bold: true },
    { text: 'b', strike: true },
    { text: 'c', code: true },
    { text: 'd', raised: 'sup' },
    { text: 'e', link: 'https://example.org/' },
  ])
})
