import { expect, test } from 'vitest'
import { htmlText, spokenText } from '../../src/pdf/html-text.ts'

test.for([
  { html: '<h2>Libya opens</h2><p>the list</p>', text: 'Libya opens the list' },
  { html: '<b title="a > b">12</b>&nbsp;%', text: '12 %' },
  { html: '&lt;script&gt; &amp;amp; &#39;x&#x27; &quot;', text: "<script> &amp; 'x' \"" },
  { html: '<svg><title>not shown</title><desc>nor this</desc><text>shown</text></svg>', text: 'shown' },
  { html: 'a<!-- <b>c</b> -->b<script>x</script><style>y</style>', text: 'a b' },
  { html: '1 < 2 and 3 > 2', text: '1 < 2 and 3 > 2' },
  { html: '&unknown;', text: '&unknown;' },
])('$html', ({ html, text }) => {
  expect(htmlText(html)).toBe(text)
})

test.for([
  { html: 'a<p class="visually-hidden">b</p>c', text: 'a c' },
  { html: 'a<tr class="x" aria-hidden="true"><td>b</td></tr>c', text: 'a c' },
  { html: 'a<div aria-hidden="true">b<div>c</div>d</div>e<div>f</div>', text: 'a e f' },
  { html: 'a<br aria-hidden="true">b', text: 'a b' },
  { html: '<span aria-hidden="false">a</span>', text: 'a' },
])('of $html is read out: $text', ({ html, text }) => {
  expect(spokenText(html)).toBe(text)
})
