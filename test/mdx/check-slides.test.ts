import { expect, test } from 'vitest'
import { checkMarkup } from '../../src/mdx/check-slides.ts'
import { readTree } from '../../src/tree/read-tree.ts'

const empty = readTree('')
const check = (html: string) => checkMarkup({ headline: empty, body: empty, notes: empty, content: readTree(html) })

test.each([
  '<a href="https://oec.world/">x</a>',
  '<a href="data/trade.csv">x</a>',
  '<a href="#china">x</a>',
  '<a href="mailto:a@b.c">x</a>',
  '<a href="?a=1&amp;copy=2">x</a>',
  '<img src="picture.png" alt="a: b"/>',
  '<img src="data:image/png;base64,AA==" alt/>',
  '<p>1 &lt; 2 onclick="text" style="text"</p>',
  '<p title="a > b &lt;script>">x</p>',
  '<svg viewBox="0 0 1 1"><use href="#a"/><path fill="url(#a)" stroke-width="2"/></svg>',
  '<td data-value="1" colSpan="2"><br/></td>',
])('allows %s', (html) => expect(check(html)).toEqual([]))

test('what is refused is told with its place in the file, where it is written there', () => {
  const text = '# A\n\nwords <p STYLE={{color: "red"}}>x</p>\n<script>x</script>'
  const slide = {
    headline: empty,
    body: empty,
    notes: empty,
    content: readTree('<p style="color:red" onclick="x">x</p><script></script>'),
  }
  expect(checkMarkup(slide, { file: 'a.mdx', text, addresses: [] }).map(({ location }) => location)).toEqual([
    { file: 'a.mdx', line: 3, column: 10 },
    undefined,
    { file: 'a.mdx', line: 4, column: 1 },
  ])
})

test.each([
  ['[x](javascript&#58;alert)', 'javascript:alert'],
  ['[x](javascript%3Aalert)', 'javascript%3Aalert'],
  ['<a href="&#100;ata:text/html,x">x</a>', 'data:text/html,x'],
])('an address in other signs is refused with its place: %s', (written, address) => {
  const slide = { headline: empty, body: empty, notes: empty, content: readTree(`<a href="${address}">x</a>`) }
  const location = { file: 'a.mdx', line: 3, column: 1 }
  const found = checkMarkup(slide, { file: 'a.mdx', text: `# A\n\n${written}`, addresses: [{ address, location }] })
  expect(found).toEqual([{ location: expect.objectContaining({ line: 3 }), message: expect.stringContaining('found the link') }])
})

test.each([
  ['<a href="javascript:alert(1)">x</a>', 'found the link'],
  ['<a href=" java\nscript:alert(1)">x</a>', 'found the link'],
  ['<a href="data:text/html,x">x</a>', 'found the link'],
  ['<a href="vbscript:x">x</a>', 'found the link'],
  ['<a href="javascript&colon;alert(1)">x</a>', 'found the link'],
  ['<a href="java&#115;cript&#58;alert(1)">x</a>', 'found the link'],
  ['<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>', 'found the link'],
  ['<p onclick="x()">x</p>', 'found the attribute onclick'],
  ['<button formaction="javascript:alert(1)">x</button>', 'found the attribute formaction'],
  ['<p srcdoc="x">x</p>', 'found the attribute srcdoc'],
  ['<p http-equiv="refresh">x</p>', 'found the attribute http-equiv'],
  ['<p style="color:red">x</p>', 'found a style attribute'],
  ['<script>x()</script>', 'found <script>'],
  ['<iframe src="a.html"></iframe>', 'found <iframe>'],
  ['<noscript><p title="</noscript><b>">x</p></noscript>', 'found <noscript>'],
  ['<svg><a><set attributeName="href" to="javascript:alert(1)"/></a></svg>', 'found <set>'],
  ['<input type="image" src="//example.com/x.png"/>', 'found src='],
  ['<svg><image src="x.png"/></svg>', 'found src='],
  ['<img src="x.png" srcset="x.png 2x"/>', 'found the attribute srcset, expected `src` alone'],
  ['<img srcset="a.png 1x, https://example.com/x.png 2x"/>', 'found the attribute srcset'],
  ['<a href="#x" ping="https://example.com/">x</a>', 'found ping='],
  ['<svg><use href="https://example.com/x.svg#a"/></svg>', 'found href='],
  ['<svg><image href="https://example.com/x.png"/></svg>', 'found href='],
  ['<svg><path fill="url(https://example.com/x.svg#a)"/></svg>', 'found fill='],
])('refuses %s', (html, message) => {
  const found = check(html)
  expect(found).toHaveLength(1)
  expect(found[0]?.message).toContain(message)
})

test.each([
  ['<img src=x onerror=alert(1)>', 'found the attribute onerror'],
  ['<img/src="x"/onerror="alert(1)">', 'found the attribute onerror'],
  ["<a href='javascript:alert(1)'>x</a>", 'found the link'],
  ['<A HREF=javascript:alert(1)>x</A>', 'found the link'],
  ['<p title="a"onclick="alert(1)">x</p>', 'found the attribute onclick'],
  ['<p><svg><desc><p onclick="x()"></desc></svg>', 'found the attribute onclick'],
  ['<math><mi xlink:href="javascript:alert(1)">x</mi></math>', 'found xlink:href='],
])('reads what a component has put there by hand as browsers do: %s', (html, message) => {
  expect(check(html)[0]?.message).toContain(message)
})

test.each([
  '<img src="x" onerror=alert(1)',
  '<!-- <script>x()</script> --><b>',
  '<![CDATA[<b>]]>',
  '<?xml version="1.0"?>',
  '<p a=`b`>',
])('what no browser runs is nothing to tell: %s', (html) => expect(check(html)).toEqual([]))
