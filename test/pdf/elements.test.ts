import { expect, test } from 'vitest'
import { PdfFile } from '../../src/pdf/file.ts'
import { sharedPrinter as printer } from '../browser/shared-browser.ts'
import { complete } from './sample.ts'

/** Chromium takes the names of a table's heads from a counter that all pages share. */
test('a page is the same document, printed alone and after others', async () => {
  const table = '<table><thead><tr><th scope="col">Rank<th scope="col">Name<tbody><tr><td>1<td>China</table>'
  const alone = await printer.pdf(table)
  const [, , after = []] = await Promise.all(['<p>x</p>'.repeat(300), '<p>y</p>'.repeat(500), table].map(printer.pdf))
  expect(Buffer.concat(alone).toString('latin1')).not.toContain('(node00000001)')
  const [one, other] = [alone, after].map((parts) => complete(parts).bytes)
  expect(one).toEqual(other)
  const heads = new PdfFile(one as Uint8Array).dictionaries().flatMap(([, entries]) => entries.get('ID') ?? [])
  expect(heads).toEqual(['node00000001', 'node00000002'])
})
