import { expect, test } from 'vitest'
import { fillSlots, withFooter } from '../../src/mdx/fill-slots.ts'
import { readTree } from '../../src/tree/read-tree.ts'
import { writeTree } from '../../src/tree/write-tree.ts'

const slot = (name: string) => `<countdown-slot name="${name}"></countdown-slot>`
const FRAME = `<h2>${slot('headline')}</h2><div>${slot('body')}</div>`
const note = '<div role="doc-endnotes"><p>n<a role="doc-backlink" href="#a">↩</a></p></div>'

test.each([
  ['without what only the reading page has room for', '<p>c</p><p data-only="read">d</p>', '<p>c</p>'],
  ['without long names', '<p data-shortened="USA">United States</p>', '<p>USA</p>'],
  ['without keys of what scrolls', '<div role="region" tabindex="0" aria-label="a" data-keys="b">c</div>', '<div>c</div>'],
  ['but those of others', '<div role="region" tabindex="1">c</div>', '<div role="region" tabindex="1">c</div>'],
  [
    'not sorted by half a table',
    '<table data-sortable><tbody><tr data-only="read"></tr></tbody></table>',
    '<table><tbody></tbody></table>',
  ],
  ['but a whole one', '<table data-sortable=""></table>', '<table data-sortable=""></table>'],
  ['without signs that lead to notes', '<a role="doc-noteref" href="#n">1</a>', '<span>1</span>'],
  ['notes that come last', `${note}<p>a</p>`, '<p>a</p>', '<div role="doc-endnotes"><p>n</p></div>'],
  [
    'steps',
    '<div class="steps"><ul><li class="x">a</li></ul>b<p class="fragment">c</p><ol><li>d</li></ol></div>',
    '<div class="steps"><ul><li class="x fragment" data-fragment-index="0">a</li></ul>b<p class="fragment" data-fragment-index="1">c</p><ol><li class="fragment" data-fragment-index="2">d</li></ol></div>',
  ],
  [
    'a long table in pages',
    '<div class="paged" data-rows="1"><table><thead><tr></tr></thead><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table></div>',
    '<div class="paged"><div><table><thead><tr></tr></thead><tbody><tr><td>a</td></tr></tbody></table><p class="place">1 / 2</p></div><div class="fragment" data-fragment-index="0"><table><thead><tr></tr></thead><tbody><tr><td>b</td></tr></tbody></table><p class="place">2 / 2</p></div></div>',
  ],
  [
    'a table that has one page',
    '<div class="paged" data-rows="2"><table><tbody><tr></tr><tr></tr></tbody></table></div>',
    '<div class="paged"><div><table><tbody><tr></tr><tr></tr></tbody></table></div></div>',
  ],
])('a text where its layout places it: %s', (_, body, expected, last = '') =>
  expect(writeTree(fillSlots(readTree(FRAME), { headline: readTree('A <em>b</em>'), body: readTree(body) }))).toBe(
    `<h2>A <em>b</em></h2><div>${expected}</div>${last}`,
  ),
)

test('a picture stands apart from its text, and notes in the one element of a layout', () => {
  const frame = readTree(`<section>${slot('picture')}|${slot('text')}</section>`)
  const body = readTree(`<p><img src="a"> </p><p><img src="b"></p><p>c</p>${note}`)
  expect(writeTree(fillSlots(frame, { headline: readTree(''), body }))).toBe(
    '<section><img src="a">|<p><img src="b"></p><p>c</p><div role="doc-endnotes"><p>n</p></div></section>',
  )
})

test.each([
  [{}, ''],
  [{ footer: 'F' }, '<div class="footer"><span>F</span></div>'],
  [{ logo: { src: 'l', alt: 'L' } }, '<div class="footer"><img src="l" alt="L"></div>'],
])('below each slide stands what is the deck’s own: %j', (deck, below) =>
  expect(writeTree(withFooter(readTree('<p>a</p>'), deck as never))).toBe(`<p>a${below}</p>`),
)
