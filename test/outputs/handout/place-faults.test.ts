import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { placeFaults } from '../../../src/outputs/handout/place-faults.ts'
import { formatDiagnostic } from '../../../src/util/diagnostic.ts'

const folder = mkdtempSync(join(tmpdir(), 'countdown-handout-'))
afterAll(() => rmSync(folder, { recursive: true }))
mkdirSync(join(folder, 'slides'))
writeFileSync(join(folder, 'slides/deck.ts'), 'import { handout } from "./handout.ts"\n')
writeFileSync(
  join(folder, 'slides/handout.ts'),
  "export const handout = {\n  without: ['sorces', 'twice'],\n  and: 'twice',\n}\n",
)

const faults = [
  { message: 'handout: unknown slide `sorces`', name: 'sorces' },
  { message: 'handout: unknown slide `twice`', name: 'twice' },
  { message: 'handout: unknown slide `made`', name: 'made' },
  { message: 'handout: found 2 rows' },
]

test('a mistake in a handout is placed where its name is written, else in the file of the handout', async () => {
  const placed = await placeFaults(faults, folder, ['slides/deck.ts', 'slides/handout.ts', 'data/handout.ts'])
  expect(placed.map(formatDiagnostic)).toEqual([
    'slides/handout.ts:2:13 handout: unknown slide `sorces`',
    'slides/handout.ts handout: unknown slide `twice`',
    'slides/handout.ts handout: unknown slide `made`',
    'slides/handout.ts handout: found 2 rows',
  ])
})

test('a deck without such a file has it in deck.ts', async () => {
  const placed = await placeFaults(faults.slice(3), folder, ['slides/deck.ts', 'slides/gone.ts'])
  expect(placed.map(formatDiagnostic)).toEqual(['slides/deck.ts handout: found 2 rows'])
})
