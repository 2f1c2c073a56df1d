import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { composeStory, createComposer } from '../../src/load/compose-story.ts'
import type { Story } from '../../src/story/story.ts'
import { silent } from '../../src/util/report.ts'
import { runFolder } from '../run-folder.ts'

const folder = runFolder('compose')
cpSync(join(import.meta.dirname, '../decks/minimal'), folder, { recursive: true })
const composer = createComposer(folder, silent)

afterAll(() => composer.dispose())

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
  ['slides/plain.tsx', '<h2>', '<h2 lang="en">'],
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

test('a slide may import what no slide has imported, fail, and be mended together with others', async () => {
  const isAsFresh = async () =>
    expect(await contentsOf(await composer.compose())).toBe(await contentsOf(await composeStory(folder, silent)))
  await composer.compose()
  await composer.compose()
  edit(
    'slides/2-beta.mdx',
    "import { by } from '../data/records.ts'",
    "import { by } from '../data/records.ts'\nimport { bars } from '../charts/bars.ts'",
  )
  edit('slides/2-beta.mdx', 'of the year', 'of {bars.steps.length === by.alpha.size ? by.beta.name : by.gamma.name}, in the year')
  await isAsFresh()
  edit('slides/2-beta.mdx', 'The only', 'The first')
  edit('slides/door.mdx', '# A door', '# A {door')
  await expect(composer.compose()).rejects.toThrow('slides/door.mdx')
  edit('slides/door.mdx', '# A {door', '# A lid')
  await isAsFresh()
  edit('slides/2-beta.mdx', 'The first', 'The {by.delta.name}')
  await expect(composer.compose()).rejects.toThrow('`delta` is unknown')
  edit('slides/2-beta.mdx', 'The {by.delta.name}', 'The last')
  await isAsFresh()
  rmSync(join(folder, 'slides/2-beta.mdx'))
  await isAsFresh()
  writeFileSync(join(folder, 'slides/2-beta.mdx'), '# Beta returns\n')
  await isAsFresh()
})

test('what has not changed is not made again', async () => {
  await composer.compose()
  const first = await composer.compose()
  edit('slides/2-beta.mdx', 'returns', 'says a saying')
  const second = await composer.compose()
  expect(second.slides.find(({ id }) => id === 'beta')?.title).toContain('saying')
  expect(second.wide).toBe(first.wide)
  edit('data/records.ts', 'size: 9', 'size: 8')
  const third = await composer.compose()
  expect(third.wide.states[0]).not.toBe(first.wide.states[0])
  edit('charts/bars.ts', 'import', '// Nothing that is drawn.\nimport')
  expect((await composer.compose()).wide).toBe(third.wide)
})
