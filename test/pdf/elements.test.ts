import { expect, test } from 'vitest'
import { createPrinter } from '../../src/browser/printer.ts'
import { PdfFile } from '../../src/pdf/file.ts'
import { openBundled } from '../browser/open-bundled.ts'
import { complete } from './sample.ts'

/** Chromium takes the names of a table's heads from a counter that all pages share. */
test('a page is the same document, printed alone and after others', async () => {
  const table = '<table><thead><tr><th scope="col">Rank<th scope="col">Name<tbody><tr><td>1<td>China</table>'
  const printer = createPrinter({ open: openBundled })
  const alone = await printer.pdf(table)
  const [, , after = []] = await Promise.all(['<p>x</p>'.repeat(300), '<p>y</p>'.repeat(500), table].map(printer.pdf))
  await printer.close()
  expect(Buffer.concat(alone).toString('latin1')).not.toContain('(node00000001)')
  const [one, other] = [alone, after].map((parts) => complete(parts).bytes)
  expect(one).toEqual(other)
  const heads = new PdfFile(one as Uint8Array).dictionaries().flatMap(([, entries]) => entries.get('ID') ?? [])
  expect(heads).toEqual(['node00000001', 'node00000002'])
})
