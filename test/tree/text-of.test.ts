import { expect, test } from 'vitest'
import { readTree } from '../../src/tree/read-tree.ts'
import { spokenText, textOf } from '../../src/tree/text-of.ts'

test.each([
  ['<h2>Libya opens</h2><p>the list</p>', 'Libya opens the list'],
  ['A <em>headline</em>, in\n one <b>li</b>ne', 'A headline, in one line'],
  ['one<br>two', 'one two'],
  ['<b title="a > b">12</b>&nbsp;%', '12\u00a0%'],
  ['&lt;script&gt; &amp;amp; &#39;x&#x27; &quot;', "<script> &amp; 'x' \""],
  ['<svg><title>not shown</title><desc>nor this</desc><text>shown</text></svg>', 'shown'],
  ['a<!-- <b>c</b> -->b<script>x</script><style>y</style>', 'ab'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
])('%s shows %s', (html, text) => expect(textOf(readTree(html))).toBe(text))

test.each([
  ['<span>1</span><span>2</span>', '1 2'],
  ['a<p class="visually-hidden">b</p>c', 'a c'],
  ['<table><tr class="x" aria-hidden="true"><td>b</td></tr></table>c', 'c'],
  ['a<div aria-hidden="true">b<div>c</div>d</div>e<div>f</div>', 'a e f'],
  ['<span aria-hidden="false">a</span>', 'a'],
])('of %s is read out: %s', (html, text) => expect(spokenText(readTree(html))).toBe(text))
