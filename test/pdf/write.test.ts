import { expect, test } from 'vitest'
import { PdfFile } from '../../src/pdf/file.ts'
import { PdfReference, PdfStream, type PdfValue } from '../../src/pdf/values.ts'
import { writePdf } from '../../src/pdf/write.ts'

/** A document of nothing but a catalog and its information. */
function emptyPdf(): PdfFile {
  const objects = ['<</Type /Catalog\n/Lang (en)>>', '<</Title (a)>>'].map(
    (text, index) => `${index + 1} 0 obj\n${text}\nendobj\n`,
  )
  const head = '%PDF-1.4\n'
  const offsets = [head.length, head.length + (objects[0]?.length ?? 0)].map((at) => `${String(at).padStart(10, '0')} 00000 n \n`)
  const body = head + objects.join('')
  const index = `xref\n0 3\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size 3\n/Root 1 0 R\n/Info 2 0 R>>\n`
  return new PdfFile(Buffer.from(`${body}${index}startxref\n${body.length}\n%%EOF\n`))
}

test('objects are read as they were written, plain, packed and with data', () => {
  const file = emptyPdf()
  const small = Array.from({ length: 4500 }, (_, index) => file.add(new Map([['Number', index]])))
  const stream = file.add(new PdfStream(new Map([['Length', 3]]), Buffer.from('abc')))
  file.catalog.set('Kids', [...small, stream])
  const bytes = writePdf(file)
  const again = new PdfFile(bytes)
  expect(again.catalog.get('Lang')).toBe('en')
  expect(again.dictionary(again.trailer.get('Info')).get('Title')).toBe('a')
  expect(again.stream(stream)).toBe('abc')
  for (const [index, reference] of small.entries()) expect(again.dictionary(reference).get('Number')).toBe(index)
  expect(again.resolve(new PdfReference(9999))).toBe(null)
  expect([...again.objects.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: 4503 }, (_, index) => index + 1))
  expect(bytes.length).toBeLessThan(60_000)
})

test('what nothing leads to is left out, and circles end', () => {
  const file = emptyPdf()
  const [one, other] = [new Map<string, PdfValue>(), new Map<string, PdfValue>()]
  const [first, second, lost] = [file.add(one), file.add(other), file.add(new Map())]
  one.set('Next', second)
  other.set('Next', [first])
  file.catalog.set('First', first)
  expect([...new PdfFile(writePdf(file)).objects.keys()].sort()).toEqual([1, 2, first.id, second.id])
  expect(lost.id).toBe(5)
})

test('as many objects as a document of thousands of pages has', () => {
  const file = emptyPdf()
  file.catalog.set(
    'Kids',
    Array.from({ length: 200_000 }, () => file.add(new Map())),
  )
  expect(writePdf(file).length).toBeGreaterThan(200_000)
})
