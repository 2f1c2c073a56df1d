import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composeStory } from '../src/load/compose-story.ts'
import { storyChecks } from '../src/outputs/index.ts'
import { textOf } from '../src/tree/text-of.ts'
import { writeTree } from '../src/tree/write-tree.ts'
import { InputError } from '../src/util/diagnostic.ts'
import { silent } from '../src/util/report.ts'
import { runFolder } from './run-folder.ts'
import { storyOf } from './story-of.ts'

const DECKS = join(import.meta.dirname, 'decks')
const work = runFolder('decks')

/** The minimal deck with the files of a broken one laid over it. */
function overlaid(broken: string): string {
  const folder = join(work, broken)
  cpSync(join(DECKS, 'minimal'), folder, { recursive: true })
  cpSync(join(DECKS, broken), folder, { recursive: true })
  return folder
}

test('the minimal deck renders, with the template for a record without a file', async () => {
  const { slides, wide } = await storyOf('minimal')
  expect(slides.map(({ id, title, notes, record }) => ({ id, title, notes: textOf(notes), rank: record?.rank }))).toEqual([
    { id: 'gamma', title: 'Gamma measures 1', notes: 'Say Gamma.', rank: 3 },
    { id: 'beta', title: 'Beta measures 4, more than Gamma', notes: 'Beta is read aloud.', rank: 2 },
    { id: 'door', title: 'A door opens before the last letter', notes: 'Pause.', rank: undefined },
    { id: 'alpha', title: 'Alpha measures 9', notes: 'Say Alpha.', rank: 1 },
  ])
  expect(slides[1] && writeTree(slides[1].body)).toBe('<p>The only <strong>sentence</strong> of the year 2024.</p>')
  expect(wide.states.map(({ marks }) => marks.size)).toEqual([1, 2, 3, 3])
})

const broken = readdirSync(DECKS).filter((name) => name.startsWith('broken-'))

test.each(broken)('%s fails with its expected message', async (name) => {
  const error = await composeStory(overlaid(name), silent, storyChecks).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(InputError)
  await expect(`${error instanceof InputError ? error.message : error}\n`).toMatchFileSnapshot(join(DECKS, name, 'expected.txt'))
})
