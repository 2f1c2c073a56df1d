import { expect, test } from 'vitest'
import { locateDiagnostics } from '../../src/mdx/locate-diagnostics.ts'
import { type Diagnostic, formatDiagnostic } from '../../src/util/diagnostic.ts'

const file = 'a.mdx'
const text = '---\nid: door\n---\n\n# A door (new)\n\nThe door opens [now](a%20b.pdf),\nand *all* come.\n'
const addresses = [{ location: { file } }, { address: 'a%20b.pdf', location: { file, line: 7, column: 16 } }]
const sources = new Map([[file, { file, text, frontmatter: {}, components: [], addresses, diagnostics: [] }]])

test.each<[said: string, place: string, location?: Diagnostic['location']]>([
  ['a b.pdf', 'a.mdx:7:16'],
  ['The door opens now, and all come.', 'a.mdx:7:1'],
  ['and all come', 'a.mdx:8:1'],
  ['door', 'a.mdx:5:5'],
  ['(new)', 'a.mdx:5:10'],
  ['doo', 'a.mdx'],
  ['', 'a.mdx'],
  ['door', 'a.mdx:1', { file, line: 1 }],
  ['door', 'b.mdx', { file: 'b.mdx' }],
])('%j is found at %s', (said, place, location = { file }) =>
  expect(locateDiagnostics([{ location, said, message: 'm' }], sources).map(formatDiagnostic)).toEqual([`${place} m`]),
)
