import { expect, test } from 'vitest'
import { readDrawing } from '../../src/pictures/drawing.ts'
import { drawing } from './drawing.ts'

const drawingFault = (bytes: Uint8Array) => {
  const read = readDrawing(bytes)
  return 'fault' in read ? read.fault : undefined
}
const messageOf = (bytes: Uint8Array) => drawingFault(bytes)?.message
const inside = (markup: string) => messageOf(drawing('viewBox="0 0 1 1"', markup))
const around = (before: string, markup = '') => messageOf(Buffer.concat([Buffer.from(before), drawing('', markup)]))

const RUNS = 'found an element that does more than draw, expected none; pictures run nothing'
const XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'

test.each([
  ['<script>alert(1)</script>', `\`<script>\`: ${RUNS}`],
  ['<x:script xmlns:x="http://www.w3.org/2000/svg"/>', `\`<x:script>\`: ${RUNS}`],
  [`<g><script ${XHTML}/></g>`, '`<script>`: found an element of `http://www.w3.org/1999/xhtml`, expected only elements of SVG'],
  [
    `<metadata><h:img ${XHTML.replace('xmlns', 'xmlns:h')} src="x"/></metadata>`,
    '`<h:img>`: found an element of `http://www.w3.org/1999/xhtml`',
  ],
  ['<foreignObject/>', `\`<foreignObject>\`: ${RUNS}`],
  ['<set attributeName="href" to="javascript:alert(1)"/>', `\`<set>\`: ${RUNS}`],
  ['<animate attributeName="href" values="#a"/>', `\`<animate>\`: ${RUNS}`],
  ['<constructor:g/>', '`<constructor:g>`: found an element of no namespace'],
  ['<iframe xmlns=""/>', '`<iframe>`: found an element of no namespace'],
  ['<path onclick="alert(1)"/>', 'found the attribute `onclick`, expected none that begin with `on`; pictures run nothing'],
  ['<path x:onLoad="alert(1)" xmlns:x="x"/>', 'found the attribute `x:onLoad`'],
  [
    '<a href="javascript:alert(1)"/>',
    'found `javascript:alert(1)`, expected a drawing that holds all it shows; pictures load nothing',
  ],
  ['<a href="&#106;avascript:alert(1)"/>', 'found `javascript:alert(1)`'],
  ['<a href="https://example.org/"/>', 'found `https://example.org/`'],
  ['<a l:href="data:text/html,x" xmlns:l="http://www.w3.org/1999/xlink"/>', 'found `data:text/html,x`'],
  ['<image href="photo.jpg"/>', 'found `photo.jpg`'],
  ['<image href="data:image/svg+xml,x"/>', 'found `data:image/svg+xml,x`'],
  ['<use href="icons.svg#a"/>', 'found `icons.svg#a`'],
  ['<g xml:base="https://example.org/"/>', 'found the attribute `xml:base`'],
  ['<style>@import "x.css";</style>', 'found `@import`'],
  ['<style>@IMP<!-- -->ORT "x.css";</style>', 'found `@IMPORT`'],
  ['<style>@font-face{src:url(font.woff2)}</style>', 'found `font.woff2`'],
  ['<style>a{fill:u\\72l(//example.org)}</style>', 'found `\\` in a style, expected names and addresses without escapes'],
  ['<style>a{fill:ur<g>x</g>l(//example.org)}</style>', '`<style>`: found elements in it'],
  ['<style><![CDATA[a{fill:url(//example.org)}]]></style>', 'found `//example.org`'],
  ['<path style="fill:url( \'//example.org\')"/>', 'found `//example.org`'],
  ['<path fill="UR&#76;(//example.org)"/>', 'found `//example.org`'],
  ['<path cursor="image-set(\'x.png\' 1x)"/>', 'found `image-set(`'],
  ['<?xml-stylesheet href="x.css"?>', 'found the instruction `<?xml-stylesheet …?>`, expected none; remove it'],
  ['&a;', 'cannot be read as XML: '],
  ['<g>', 'cannot be read as XML: '],
])('%s is refused', (markup, message) => {
  expect(inside(markup)).toContain(message)
})

test.each([
  ['<!DOCTYPE svg>', 'found a document type, expected none'],
  ['<!DOCTYPE svg [<!ENTITY a "<script/>">]>', 'found a document type, expected none'],
  ['<?xml-stylesheet href="x.css"?>', 'found the instruction `<?xml-stylesheet …?>`'],
  ['<?xml version="1.0" encoding="iso-2022-jp"?>', 'found the encoding `iso-2022-jp`, expected UTF-8'],
])('%s before it is refused', (before, message) => {
  expect(around(before, before.includes('ENTITY') ? '&a;' : '')).toContain(message)
})

test('bytes that are not UTF-8 are refused, and elements nested without end', () => {
  expect(inside('é')).toBeUndefined()
  expect(messageOf(Buffer.from(String(drawing('', 'é')), 'latin1'))).toContain('found other bytes than UTF-8')
  expect(inside('<g>'.repeat(100_000))).toMatch(/too deep to be read|cannot be read as XML/)
})

test('the place of a fault is that of its element', () => {
  expect(drawingFault(drawing('', '\n<g>\n  <path/><script/>\n</g>'))).toMatchObject({ line: 3, column: 10 })
  expect(drawingFault(Buffer.from('<svg viewBox="0 0 1 1"/>'))).toEqual({
    message: '`<svg>`: found a drawing that browsers do not know as one, expected `xmlns="http://www.w3.org/2000/svg"`',
    line: 1,
    column: 1,
  })
})

test('a drawing may hold what it shows, and what editors note', () => {
  const markup = `<?xpacket begin=""?><metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" r:about="https://x.org"/></metadata>
    <n:namedview xmlns:n="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" n:path="C:\\a"/>
    <style>@media print { .a { fill: url(#b) } } @font-face { src: url("data:font/woff2;base64,AA==") }</style>
    <a href="#a"><use href=" #a"/></a><image href="data:image/png;base64,AA=="/><path id="a" class="a" fill="url(#b)" aria-label="\\"/>`
  expect(drawingFault(drawing('viewBox="0 0 1 1"', markup))).toBeUndefined()
})
