import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Composer, createComposer } from '../../src/load/compose-story.ts'
import { storyChecks } from '../../src/outputs/index.ts'
import type { Story } from '../../src/story/story.ts'
import { InputError } from '../../src/util/diagnostic.ts'
import { silent } from '../../src/util/report.ts'
import { runFolder } from '../run-folder.ts'

/**
 * What is done to a small deck before it is built: new content by path, where a link there leads, or that it is a pipe; null removes the
 * file.
 */
export type Changes = Readonly<Record<string, string | Uint8Array | { link: string } | { pipe: true } | null>>

/** A line of a table of hostile input: what it is called, and how it is made. */
export type Case = readonly [name: string, changes: Changes]

const work = runFolder('hostile')
const decks = new Map<string, { folder: string; composer: Composer }>()
// Their bundles are kept as long as the process, which Vitest ends by a signal. esbuild calls it a deadlock to be left with them, and its own `stop` does, too.
process.once('exit', () => void spawnSync('pkill', ['-KILL', '-x', '-P', `${process.pid}`, 'esbuild']))
process.once('SIGTERM', () => process.exit())

/** The copy of a deck that all changes are made to, one after the other, as its author would. */
function deckOf(base: string): { folder: string; composer: Composer } {
  const folder = join(work, `deck-${decks.size}`)
  const deck = decks.get(base) ?? { folder, composer: createComposer(folder, silent, storyChecks) }
  if (!decks.has(base)) cpSync(base, folder, { recursive: true })
  decks.set(base, deck)
  return deck
}

/**
 * What the story of a changed deck gives, or every diagnostic as it is printed; the changes are taken back. Anything else is thrown,
 * since it is a fault of the generator.
 */
export async function composedWith(
  base: string,
  changes: Changes,
  use: (story: Story) => string | Promise<string>,
): Promise<string> {
  const { folder, composer } = deckOf(base)
  for (const [path, content] of Object.entries(changes)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    if (content === null) rmSync(join(folder, path))
    else if (typeof content === 'object' && 'link' in content) symlinkSync(content.link, join(folder, path))
    else if (typeof content === 'object' && 'pipe' in content) spawnSync('mkfifo', [join(folder, path)])
    else writeFileSync(join(folder, path), content)
  }
  try {
    return await use(await composer.compose())
  } catch (error) {
    if (error instanceof InputError) return error.message.replaceAll(folder, 'the folder')
    throw error
  } finally {
    for (const path of Object.keys(changes)) rmSync(join(folder, path), { force: true })
    cpSync(base, folder, { recursive: true })
  }
}

/** What comes of the changed deck: `tells: ` and the headlines, or every diagnostic. */
export async function outcome(base: string, changes: Changes): Promise<string> {
  return composedWith(base, changes, ({ slides }) => `tells: ${slides.map(({ title }) => title).join(' · ')}`)
}
