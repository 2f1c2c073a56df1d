import { cpSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { composeStory } from '../../src/load/compose-story.ts'
import { findDeck } from '../../src/load/find-deck.ts'
import type { Story } from '../../src/story/story.ts'
import { silent } from '../../src/util/report.ts'

const compose = (folder: string) => composeStory(folder, silent)
const toldBy = ({ slides, inputHash }: Story) => ({ slides: slides.map(({ id, file, body }) => [id, file, body]), inputHash })

let home: string
let deck: string
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'countdown-links-')))
  deck = join(home, 'real/deck')
  cpSync(join(import.meta.dirname, '../decks/minimal'), deck, { recursive: true })
})
afterEach(() => rmSync(home, { recursive: true }))

/** Moves a part of the deck out of it and leaves a link. */
function moveOut(part: string): void {
  const away = join(home, 'common', part)
  mkdirSync(join(away, '..'), { recursive: true })
  renameSync(join(deck, part), away)
  symlinkSync(away, join(deck, part))
}

test('a deck behind a link, and below one, is the deck itself', async () => {
  const plain = toldBy(await compose(deck))
  symlinkSync(deck, join(home, 'link'))
  symlinkSync(join(home, 'real'), join(home, 'parent'))
  expect(toldBy(await compose(findDeck(join(home, 'link'))))).toEqual(plain)
  expect(toldBy(await compose(findDeck(join(home, 'parent/deck'))))).toEqual(plain)
})

test.each(['slides/door.mdx', 'slides/deck.ts', 'data/records.ts', 'slides', 'data'])('%s may be a link', async (part) => {
  const plain = toldBy(await compose(deck))
  moveOut(part)
  expect(toldBy(await compose(deck))).toEqual(plain)
})

test('a mistake behind a link is told where the deck has it', async () => {
  writeFileSync(join(deck, 'slides/door.mdx'), '# A door\n\n{nothing.here}\n')
  moveOut('slides/door.mdx')
  await expect(compose(deck)).rejects.toThrow(/^slides\/door\.mdx:3:1 /)
})

test('a link to a folder around it is passed over', async () => {
  const plain = toldBy(await compose(deck))
  symlinkSync(deck, join(deck, 'slides/around'))
  symlinkSync(join(deck, 'slides'), join(deck, 'data/slides'))
  expect(toldBy(await compose(deck)).slides).toEqual(plain.slides)
})
