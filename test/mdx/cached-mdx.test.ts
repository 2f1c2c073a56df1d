import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cachedMdx } from '../../src/mdx/cached-mdx.ts'

const folder = mkdtempSync(join(tmpdir(), 'countdown-mdx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('what was noted about a text is forgotten when the next one cannot be read', async () => {
  const path = join(folder, 'door.mdx')
  const mdx = cachedMdx(folder, { find: async () => undefined, keep: async () => undefined })
  const diagnosticsOf = async (text: string) => {
    writeFileSync(path, text)
    await mdx.load(path).catch(() => undefined)
    return [...mdx.sources(['door.mdx']).values()].flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message))
  }
  expect(await diagnosticsOf('# A door\n\nTake 828 guesses.\n')).toEqual([expect.stringContaining('`828`')])
  expect(await diagnosticsOf('# A door\n\nTake { a guess.\n')).toEqual([])
})
