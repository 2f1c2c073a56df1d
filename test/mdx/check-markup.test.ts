import { expect, test } from 'vitest'
import { checkMarkup } from '../../src/mdx/check-markup.ts'

test.each([
  '<a href="https://oec.world/">x</a>',
  '<a href="data/trade.csv">x</a>',
  '<a href="#china">x</a>',
  '<a href="mailto:a@b.c">x</a>',
  '<img src="picture.png" alt="a: b"/>',
  '<img src="data:image/png;base64,AA==" alt=""/>',
  '<p>1 &lt; 2 onclick="text" style="text"</p>',
])('allows %s', (html) => expect(checkMarkup(html)).toEqual([]))

test.each([
  ['<a href="javascript:alert(1)">x</a>', 'found the link'],
  ['<a href=" java\nscript:alert(1)">x</a>', 'found the link'],
  ['<a href="data:text/html,x">x</a>', 'found the link'],
  ['<a href="vbscript:x">x</a>', 'found the link'],
  ['<p onclick="x()">x</p>', 'found the attribute onclick'],
  ['<p style="color:red">x</p>', 'found a style attribute'],
  ['<script>x()</script>', 'found <script>'],
  ['<iframe src="a.html"></iframe>', 'found <iframe>'],
  ['<img src="https://example.com/x.png"/>', 'found src='],
  ['<img src="//example.com/x.png"/>', 'found src='],
])('refuses %s', (html, message) => {
  const found = checkMarkup(html)
  expect(found).toHaveLength(1)
  expect(found[0]?.message).toContain(message)
})
