import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findDeckFonts } from '../../src/fonts/deck-fonts.ts'
import { composeStory } from '../../src/load/compose-story.ts'
import type { OutputTools } from '../../src/outputs/output.ts'
import { read } from '../../src/outputs/read/read-output.ts'
import { createReport } from '../../src/util/report.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const FACE = join(ROOT, 'node_modules/@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff2')
const quiet = createReport({ write: () => undefined, interactive: false })
const work = mkdtempSync(join(tmpdir(), 'countdown-fonts-'))
afterAll(() => rmSync(work, { recursive: true }))

/** A deck folder of the minimal deck, with a font file. */
function deckFolder(): string {
  const folder = mkdtempSync(join(work, 'deck-'))
  cpSync(join(ROOT, 'test/decks/minimal'), folder, { recursive: true })
  mkdirSync(join(folder, 'fonts'))
  cpSync(FACE, join(folder, 'fonts/Our Face.woff2'))
  return folder
}

const faultsOf = (folder: string, file: string) =>
  findDeckFonts(folder, [{ family: 'Our Own', weight: 400, file }]).problems.map(({ message }) => message)

test('a font file of the deck is found', () => {
  const folder = deckFolder()
  const found = findDeckFonts(folder, [{ family: 'Our Own', weight: 400, file: 'fonts/Our Face.woff2' }])
  expect(found).toEqual({
    fonts: [{ family: 'Our Own', weight: 400, path: join(folder, 'fonts/Our Face.woff2') }],
    files: ['fonts/Our Face.woff2'],
    problems: [],
  })
})

test('what is no font that documents can take is told, with what would be', () => {
  const folder = deckFolder()
  writeFileSync(join(folder, 'fonts/words.woff2'), 'words')
  symlinkSync(FACE, join(folder, 'fonts/link.woff2'))
  expect(faultsOf(folder, 'fonts/gone.woff2')).toEqual([
    "fonts[0].file: found no file `fonts/gone.woff2`, expected a font in the deck's folder, such as `fonts/name.woff2`",
  ])
  expect(faultsOf(folder, 'fonts/words.woff2')).toEqual([
    'fonts[0].file: found no font in `fonts/words.woff2`, expected a .woff2, .woff or .ttf file; save it anew',
  ])
  expect(faultsOf(folder, 'fonts/link.woff2')[0]).toContain("outside the deck's folder")
  expect(faultsOf(folder, '../outside.woff2')[0]).toContain('found no file')
})

test('a story is set in it where ours lack a letter, and charts may name it', async () => {
  const folder = deckFolder()
  const text = 'Beta measures {by.beta.size}, and ש more than {by.gamma.name}'
  writeFileSync(
    join(folder, 'slides/2-beta.mdx'),
    `import { by } from '../data/records.ts'\n\n# ${text}\n\nThe only sentence.\n\n<Notes>Beta.</Notes>\n`,
  )
  const declared = "fonts: [{ family: 'Our Own', weight: 400, file: 'fonts/Our Face.woff2' }],"
  const deck = join(folder, 'slides/deck.ts')
  writeFileSync(deck, readFileSync(deck, 'utf8').replace('downloads: {},', `downloads: {},\n  ${declared}`))
  const story = await composeStory(folder, quiet)
  const own = story.fonts.filter(({ path }) => path.startsWith(folder))
  expect(own.map(({ family, weight, ranges }) => [family, weight, ranges])).toEqual([
    ['Our Own', 400, undefined],
    ['Source Sans 3', 400, 'U+5E9'],
    ['Source Sans 3', 600, 'U+5E9'],
    ['Source Serif 4', 600, 'U+5E9'],
  ])
  const files = await read.make(story, { root: ROOT, note: () => undefined } as unknown as OutputTools)
  expect(files.filter(({ path }) => /^assets\/our-face\.[\da-f]{8}\.woff2$/.test(path))).toHaveLength(1)
  const without = await composeStory(join(ROOT, 'test/decks/minimal'), quiet)
  expect(story.inputHash).not.toBe(without.inputHash)
})
