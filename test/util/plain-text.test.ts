import { expect, test } from 'vitest'
import { plainText } from '../../src/util/plain-text.ts'

test.for([
  { html: 'A <strong>bold</strong>ly set <em title="a > b">line</em> ', text: 'A boldly set line' },
  { html: '1&nbsp;&lt; 2 &amp;amp; &#39;x&#x27;', text: "1\u00a0< 2 &amp; 'x'" },
  { html: 'a<svg><title>no</title><text>b</text></svg><!-- <i>c</i> -->', text: 'ab' },
])('$html', ({ html, text }) => {
  expect(plainText(html)).toBe(text)
})

test('what stands in lines of its own is kept apart', () => {
  expect(plainText('<h2>Two</h2><p>lines</p>', ' ')).toMatch(/^Two +lines$/)
})
