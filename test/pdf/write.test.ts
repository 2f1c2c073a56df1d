import { expect, test } from 'vitest'
import { PdfFile } from '../../src/pdf/file.ts'
import { PdfReference } from '../../src/pdf/values.ts'
import { writePdf } from '../../src/pdf/write.ts'

const stream = (text: string) => ({ text: `<</Length ${text.length}>> stream\n`, data: Buffer.from(text) })

test('objects are read as they were written, whatever holds them', () => {
  const small = Array.from({ length: 4500 }, (_, index) => ({ id: index + 10, text: `<</Number ${index}>>` }))
  const bytes = writePdf({
    objects: [
      { id: 1, text: '<</Type /Catalog\n/Lang (en)>>' },
      { id: 2, text: '<</Title (a)>>' },
      { id: 3, ...stream('abc') },
      ...small,
    ],
    root: 1,
    info: 2,
  })
  const file = new PdfFile(bytes)
  expect(file.catalog.get('Lang')).toBe('en')
  expect(file.dictionary(file.trailer.get('Info')).get('Title')).toBe('a')
  expect(file.stream(new PdfReference(3))).toBe('abc')
  for (const { id } of small) expect(file.dictionary(new PdfReference(id)).get('Number')).toBe(id - 10)
  expect(file.resolve(new PdfReference(5))).toBe(null)
  expect(bytes.length).toBeLessThan(60_000)
})

test('an object is found by what stands in it, packed or not, in the order of writing', () => {
  const objects = [
    { id: 7, text: '<</S /Figure>>' },
    { id: 3, text: '<</S /Figure\n/T /Figure>>' },
    { id: 5, text: '<</S /P>>' },
  ]
  const all = [{ id: 1, text: '<<>>' }, ...objects, { id: 9, ...stream('/S /Figure') }]
  const found = new PdfFile(writePdf({ objects: all, root: 1, info: 1 })).find('/S /Figure').map(({ id }) => id)
  expect(found).toEqual([9, 7, 3])
})

test('as many objects as a document of thousands of pages has', () => {
  const objects = Array.from({ length: 200_000 }, (_, index) => ({ id: index + 1, text: '<<>>' }))
  expect(writePdf({ objects, root: 1, info: 2 }).length).toBeGreaterThan(200_000)
})
