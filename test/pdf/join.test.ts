import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, expect, test } from 'vitest'
import type { PdfFacts } from '../../src/pdf/facts.ts'
import { PdfFile } from '../../src/pdf/file.ts'
import { joinPdfs } from '../../src/pdf/join.ts'
import type { PdfDictionary, PdfValue } from '../../src/pdf/values.ts'
import { readStructure } from '../outputs/handout/structure.ts'
import { readPdf } from './read-pdf.ts'
import { complete, printAll, SAMPLE } from './sample.ts'

const TABLE = '<table><thead><tr><th scope="col">Rank<th scope="col">Name<tbody><tr><td>1<td>A \\ (b)</table>'
const WHOLE = SAMPLE.replace('<p><b>Bold</b></p>', `${TABLE}<h3>1 0 R (node00000001)</h3>`).replace(
  '<a href="#none">none</a>',
  `<a href="#here" id="here">here</a>${TABLE}`,
)

/** Two pages, and the third, which goes on with what stands open in the second; and so does the second with the first. */
const [HEAD = '', ...SECTIONS] = WHOLE.split(/(?=<section>)/)
const PARTS = SECTIONS.map((section) => `${HEAD}${section}`)

let whole: Uint8Array
let parts: Uint8Array[]
let joined: Uint8Array
let file: PdfFile
beforeAll(async () => {
  ;[whole = new Uint8Array(), ...parts] = await printAll(WHOLE, ...PARTS)
  whole = complete([whole]).bytes
  joined = complete(parts).bytes
  file = new PdfFile(joined)
})

/** The pairs of an index that hangs from the structure tree. */
function pairsOf(key: string, list: string): [PdfValue, PdfValue][] {
  const root = file.dictionary(file.catalog.get('StructTreeRoot'))
  const pairs = file.array(file.dictionary(root.get(key)).get(list))
  return pairs.flatMap((one, index) => (index % 2 === 0 ? [[one, pairs[index + 1] ?? null] as [PdfValue, PdfValue]] : []))
}

const having = (key: string): PdfDictionary[] => file.dictionaries().flatMap(([, entries]) => (entries.has(key) ? [entries] : []))

/** All but what is not the same: each part brings its own fonts. */
function comparable({ fonts: _, size: __, pages, ...facts }: PdfFacts): unknown {
  return { ...facts, pages: pages.map(({ weight: _, ...page }) => page) }
}

test('parts become the document that is printed at once', () => {
  expect(parts).toHaveLength(3)
  expect(comparable(readPdf(joined))).toEqual(comparable(readPdf(whole)))
  expect(readPdf(joined).bookmarks[0]?.children.map(({ title }) => title)).toHaveLength(2)
})

test('the structure tree is the same, page by page', async () => {
  const [one, other] = await Promise.all(
    [whole, joined].map(async (bytes) => {
      const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
      const nodes = (await readStructure(pdf)).map(({ role, alt, scope, texts }) => ({ role, alt, scope, texts }))
      await pdf.loadingTask.destroy()
      return nodes
    }),
  )
  expect(one).toEqual(other)
  expect(one?.filter(({ role }) => role === 'TH')).toHaveLength(4)
})

/** Chromium counts from the top of the whole document, and the last digits are lost on the way down. */
function rounded(place: unknown): unknown {
  return typeof place === 'number' ? Math.round(place * 100) / 100 : place
}

test('bookmarks and links lead to the pages that they led to', async () => {
  const [one, other] = await Promise.all(
    [whole, joined].map(async (bytes) => {
      const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
      const targets: unknown[] = []
      const follow = async (items: { dest: unknown; items: [] }[]) => {
        for (const { dest, items: below } of items) {
          const [page, ...place] = dest as [never, ...unknown[]]
          targets.push([await pdf.getPageIndex(page), ...place.map(rounded)])
          await follow(below)
        }
      }
      await follow((await pdf.getOutline()) as never)
      const [page, ...place] = (await pdf.getDestination('here')) as [never, ...unknown[]]
      targets.push([await pdf.getPageIndex(page), ...place.map(rounded)])
      await pdf.loadingTask.destroy()
      return targets
    }),
  )
  expect(one).toEqual(other)
  expect(one).toHaveLength(7)
})

test('each cell of a table still finds its head', () => {
  const heads = new Map(pairsOf('IDTree', 'Names').map(([name, element]) => [name, file.dictionary(element)]))
  expect([...heads.keys()]).toEqual([...heads.keys()].sort())
  expect(heads.size).toBe(4)
  for (const [name, head] of heads) expect(head.get('ID')).toBe(name)
  const named = having('A').flatMap((cell) => file.array(cell.get('A')).map(headersOf))
  expect(named.flat().toSorted()).toEqual([...heads.keys()])
})

function headersOf(attributes: PdfValue): PdfValue[] {
  return attributes instanceof Map ? file.array(attributes.get('Headers')) : []
}

test('no two sets of glyphs have one name', () => {
  const names = having('FontFile2').map((font) => file.name(font.get('FontName')))
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThan(3)
  for (const { name } of readPdf(joined).fonts) expect(names).toContain(name)
})

test('the index of the structure knows every page and link once, and what comes next', () => {
  const tree = file.dictionary(file.catalog.get('StructTreeRoot'))
  const keys = pairsOf('ParentTree', 'Nums').map(([key]) => Number(key))
  expect(keys).toEqual([...keys.keys()])
  expect(tree.get('ParentTreeNextKey')).toBe(keys.length)
  const used = ['StructParents', 'StructParent'].flatMap((key) => having(key).map((entries) => Number(entries.get(key))))
  expect(used.toSorted((a, b) => a - b)).toEqual(keys)
})

test('a part that is none is refused', () => {
  const [first = whole] = parts
  expect(() => joinPdfs([first, first.subarray(0, 5000)])).toThrow('no whole PDF')
  const untagged = Buffer.from(
    Buffer.from(first)
      .toString('latin1')
      .replace(/\/StructTreeRoot (?=\d)/, '/StructTreeRooT '),
    'latin1',
  )
  expect(() => joinPdfs([first, untagged])).toThrow('a part of the PDF is not tagged')
})
