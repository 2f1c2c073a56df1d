import { expect, test } from 'vitest'
import { createPrinter } from '../../src/browser/printer.ts'
import { completePdf } from '../../src/pdf/complete.ts'
import { renumberNodes } from '../../src/pdf/node-ids.ts'
import { openBundled } from '../browser/open-bundled.ts'

test.for([
  {
    name: 'from 1, in their order',
    text: '[(node00000252) (node00003759)] (node00000252)',
    renumbered: '[(node00000001) (node00000002)] (node00000001)',
  },
  {
    name: 'whatever the order in which they come',
    text: '(node00000009)(node00000007)',
    renumbered: '(node00000002)(node00000001)',
  },
  {
    name: 'but not in a text',
    text: '(see \\(node00000252\\)) (node00000300)',
    renumbered: '(see \\(node00000252\\)) (node00000001)',
  },
  { name: 'nor where there are none', text: '/node00000252 (node252)', renumbered: '/node00000252 (node252)' },
])('nodes are numbered $name', ({ text, renumbered }) => {
  const bytes = Buffer.from(text)
  renumberNodes(bytes)
  expect(bytes.toString()).toBe(renumbered)
})

test('a page prints the same alone and after others', async () => {
  const table = '<table><thead><tr><th scope="col">Rank<th scope="col">Name<tbody><tr><td>1<td>China</table>'
  const printer = createPrinter({ open: openBundled })
  const alone = await printer.pdf(table)
  const [, , after = new Uint8Array()] = await Promise.all(
    ['<p>x</p>'.repeat(300), '<p>y</p>'.repeat(500), table].map(printer.pdf),
  )
  await printer.close()
  expect(Buffer.from(alone).toString('latin1')).toContain('(node00000001)')
  const [one, other] = [alone, after].map((bytes) => completePdf(bytes, { date: new Date(0) }).bytes)
  expect(one).toEqual(other)
})
