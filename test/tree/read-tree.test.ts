import { expect, test } from 'vitest'
import { idsIn } from '../../src/tree/ids-in.ts'
import { linksIn } from '../../src/tree/links-in.ts'
import { readTree } from '../../src/tree/read-tree.ts'
import { writeTree } from '../../src/tree/write-tree.ts'

test.each([
  '<p title="a &quot;b&quot; &amp; c">1 &lt; 2 &amp;amp; "3" > 2<br>x</p>',
  '<svg viewBox="0 0 1 1"><path d="M0 0" stroke-width="2"></path><foreignObject></foreignObject></svg>',
  '<table><tbody><tr data-id="x"><th scope="row" colspan="2">a</th><td data-value="1"></td></tr></tbody></table>',
  '<math display="block"><mfrac><mi>a</mi><mn>2</mn></mfrac></math>',
])('%s is written as it was read', (html) => expect(writeTree(readTree(html))).toBe(html))

test('ids and links are found in their order, links once', () => {
  const tree = readTree('<p id="b"><a href="#x&amp;y" id="a">1</a><a href="#x&amp;y">2</a><a>3</a></p>')
  expect(idsIn(tree)).toEqual(['b', 'a'])
  expect(linksIn(tree, tree)).toEqual(['#x&y'])
})
