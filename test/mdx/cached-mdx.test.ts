import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cachedMdx } from '../../src/mdx/cached-mdx.ts'
import { runFolder } from '../run-folder.ts'

const folder = runFolder('mdx')

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
