import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CompletedPdf } from '../../src/pdf/complete.ts'
import { checkUa } from '../../src/pdf/ua/check-ua.ts'
import { readStructure, type StructureNode, textOf } from '../outputs/handout/structure.ts'
import { walkPainted } from './painted.ts'
import { complete, printAll, SAMPLE } from './sample.ts'

const DOT =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

/** All that Chromium tags in a way of its own. */
const PAGE = SAMPLE.replace('640px 360px', '640px 1200px').replace(
  /<body>.*<\/body>/s,
  `<body><h1>One</h1><h4>Two levels down</h4>
<ul><li>first<p>more</p><ol><li>within</ol><li>second</ul>
<table><caption>Table</caption><thead><tr><th scope="col">Name<th scope="col">Value<tbody><tr><th scope="row"><h3>Row</h3><td>1<tr><td>alone</table>
<figure><img alt="Dot" src="${DOT}"><figcaption>Caption</figcaption></figure>
<aside>Beside</aside><svg role="img" aria-label="Faint" width="100" height="40" style="opacity:.4"><circle cx="9" cy="9" r="200"/></svg>
</body>`,
)

let completed: CompletedPdf
let pdf: PDFDocumentProxy
let nodes: StructureNode[]
beforeAll(async () => {
  completed = complete(await printAll(PAGE), { date: new Date('2024-05-06T07:08:09Z') })
  pdf = await getDocument({ data: Uint8Array.from(completed.bytes), verbosity: 0 }).promise
  nodes = await readStructure(pdf)
})
afterAll(() => pdf?.loadingTask.destroy())

const said = (node: StructureNode) => textOf(node).replace(/\s+/g, ' ').trim()
const below = (role: string, inside: string) =>
  nodes.filter((node) => node.role === role && node.path.some((one) => one.role === inside))

test('it keeps to PDF/UA-1, and all that is painted is content or an artifact', async () => {
  expect(checkUa('a.pdf', completed.bytes)).toEqual([])
  expect(await walkPainted(pdf)).toMatchObject({ unmarked: 0, crossing: 0, unbalanced: 0, silent: 0 })
})

test('it says in its metadata what it is called, in what language, when it was made, and by which standard', async () => {
  const { metadata } = await pdf.getMetadata()
  expect(metadata?.get('dc:title')).toBe('Déficits – ein “Test”')
  const xmp = Buffer.from(completed.bytes).toString('utf8')
  expect(xmp).toContain('<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>')
  expect(xmp).toContain('<xmp:CreateDate>2024-05-06T07:08:09Z</xmp:CreateDate>')
  expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
})

test('headings skip no level, and are none in the head of a table, where they have made their bookmark', () => {
  expect(nodes.filter(({ role }) => /^H\d$/.test(role)).map(({ role }) => role)).toEqual(['H1', 'H2'])
  expect(below('P', 'TH').map(said)).toEqual(['Row'])
  const [one] = completed.facts.bookmarks
  expect(one?.children.map(({ title }) => title.trim())).toEqual(['Two levels down', 'Row'])
})

test('what a list item says is in its body, a list within it too', () => {
  expect(below('LBody', 'LI').map(said)).toEqual(['first more 1. within', 'within', 'second'])
  expect(below('L', 'LBody')).toHaveLength(1)
})

test('types that only PDF 2 knows are those of PDF 1.7, and a figure of HTML is what holds picture and caption', () => {
  const types = new Set(nodes.map(({ role }) => role))
  for (const type of ['Em', 'Strong', 'Aside']) expect(types).not.toContain(type)
  expect(below('Figure', 'Sect').map(({ alt }) => alt)).toEqual(['Dot'])
  expect(below('Caption', 'Sect').map(said)).toEqual(['Caption'])
})

test('rows of a table have as many cells', () => {
  const rows = nodes.filter(({ role }) => role === 'TR')
  const cells = rows.map((row) => nodes.filter(({ role, path }) => /^T[HD]$/.test(role) && path.at(-1) === row).length)
  expect(cells).toEqual([2, 2, 2])
})
