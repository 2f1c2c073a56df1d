import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { composeStory, createComposer } from '../src/compose.ts'
import { createReport } from '../src/report.ts'
import type { Story } from '../src/story.ts'

const folder = mkdtempSync(join(tmpdir(), 'countdown-compose-'))
cpSync(join(import.meta.dirname, 'decks/minimal'), folder, { recursive: true })
const silent = createReport({ write: () => undefined, interactive: false })
const composer = createComposer(folder, silent)

afterAll(async () => {
  await composer.dispose()
  rmSync(folder, { recursive: true })
})

function edit(file: string, found: string, written: string): void {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(found)
  writeFileSync(path, text.replace(found, written))
}

/** What the outputs are made from, as plain values. */
async function contentsOf({ slides, inputHash, wide, track }: Story) {
  return JSON.stringify([slides, inputHash, wide.states, (await track('narrow')).states].map((part) => plain(part)))
}

function plain(part: unknown): unknown {
  return JSON.parse(JSON.stringify(part, (_, value) => (value instanceof Map ? [...value] : value)))
}

const EDITS = [
  ['slides/2-beta.mdx', 'sentence', 'phrase'],
  ['slides/2-beta.mdx', 'phrase', 'clause'],
  ['data/records.ts', 'size: 4', 'size: 5'],
  ['charts/bars.ts', 'domain: [0, 10]', 'domain: [0, 12]'],
  ['charts/bars.ts', 'down to', 'as far as'],
  ['slides/plain.tsx', '<h2 ', '<h2 lang="en" '],
  ['slides/door.mdx', 'layout: statement', 'id: gate\nstep: door'],
  ['slides/deck.ts', "'door'", "'gate'"],
] as const

test('composed again after each save, a story is what it is when composed for the first time', async () => {
  await composer.compose()
  for (const [file, found, written] of EDITS) {
    edit(file, found, written)
    if (file === 'slides/door.mdx') await expect(composer.compose()).rejects.toThrow('gate')
    else expect(await contentsOf(await composer.compose())).toBe(await contentsOf(await composeStory(folder, silent)))
  }
})

test('what has not changed is not made again', async () => {
  await composer.compose()
  const first = await composer.compose()
  edit('slides/2-beta.mdx', 'clause', 'saying')
  const second = await composer.compose()
  expect(second.slides.find(({ id }) => id === 'beta')?.body).toContain('saying')
  expect(second.wide).toBe(first.wide)
  edit('data/records.ts', 'size: 9', 'size: 8')
  const third = await composer.compose()
  expect(third.wide.states[0]).not.toBe(first.wide.states[0])
  edit('charts/bars.ts', 'import', '// Nothing that is drawn.\nimport')
  expect((await composer.compose()).wide).toBe(third.wide)
})
