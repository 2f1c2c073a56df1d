import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { chooseFonts } from '../../src/fonts/choose-fonts.ts'
import { findDeckFonts } from '../../src/fonts/deck-fonts.ts'
import { createFontLibrary } from '../../src/fonts/library.ts'
import { composeStory } from '../../src/load/compose-story.ts'
import { read } from '../../src/outputs/read/read-output.ts'
import { silent } from '../../src/util/report.ts'
import { toolsWith } from '../outputs/tools.ts'
import { runFolder } from '../run-folder.ts'
import { ROOT, storyOf } from '../story-of.ts'

const FACE = join(ROOT, 'node_modules/@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff2')
const work = runFolder('fonts')

/** A deck folder of the minimal deck, with a font file. */
function deckFolder(): string {
  const folder = mkdtempSync(join(work, 'deck-'))
  cpSync(join(ROOT, 'test/decks/minimal'), folder, { recursive: true })
  mkdirSync(join(folder, 'fonts'))
  cpSync(FACE, join(folder, 'fonts/Our Face.woff2'))
  return folder
}

const faultsOf = (folder: string, file: string) =>
  findDeckFonts(folder, [{ family: 'Our Own', weight: 400, file }]).diagnostics.map(({ message }) => message)

test('a font file of the deck is found', () => {
  const folder = deckFolder()
  const found = findDeckFonts(folder, [{ family: 'Our Own', weight: 400, file: 'fonts/Our Face.woff2' }])
  expect(found).toEqual({
    fonts: [{ family: 'Our Own', weight: 400, path: join(folder, 'fonts/Our Face.woff2') }],
    files: ['fonts/Our Face.woff2'],
    diagnostics: [],
  })
})

test('what is no font that documents can take is told, with what would be', () => {
  const folder = deckFolder()
  writeFileSync(join(folder, 'fonts/words.woff2'), 'words')
  symlinkSync(FACE, join(folder, 'fonts/link.woff2'))
  expect(faultsOf(folder, 'fonts/gone.woff2')).toEqual([
    "fonts: found no file `fonts/gone.woff2`, expected a font in the deck's folder, such as `fonts/name.woff2`",
  ])
  expect(faultsOf(folder, 'fonts/words.woff2')).toEqual([
    'fonts: found no font in `fonts/words.woff2`, expected a .woff2, .woff or .ttf file; save it anew',
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
  const story = await composeStory(folder, silent)
  const own = story.fonts.filter(({ path }) => path.startsWith(folder))
  expect(own.map(({ family, weight, ranges }) => [family, weight, ranges])).toEqual([
    ['Our Own', 400, undefined],
    ['Source Sans 3', 400, 'U+5E9'],
    ['Source Sans 3', 600, 'U+5E9'],
    ['Source Serif 4', 600, 'U+5E9'],
  ])
  const files = await read.make(story, toolsWith())
  expect(files.filter(({ path }) => /^assets\/our-face\.[\da-f]{8}\.woff2$/.test(path))).toHaveLength(1)
  const without = await storyOf('minimal')
  expect(story.inputHash).not.toBe(without.inputHash)
})

test('a package has the subsets that are written, in the weights that pages use', async () => {
  const folder = deckFolder()
  expect(findDeckFonts(folder, ['@fontsource/roboto']).diagnostics[0]?.message).toBe(
    "fonts: found no package `@fontsource/roboto` of fontsource; run `npm install @fontsource/roboto` in the deck's folder, or correct its name",
  )
  cpSync(join(ROOT, 'node_modules/@fontsource/roboto'), join(folder, 'node_modules/@fontsource/roboto'), { recursive: true })
  const { fonts, files } = findDeckFonts(folder, ['@fontsource/roboto'])
  expect(files).toEqual(['node_modules/@fontsource/roboto/metadata.json'])
  const filesFor = (text: string) =>
    chooseFonts([text], createFontLibrary({ folder, fonts, around: { lang: 'en', hasKana: false, hasHangul: false } }), { fonts })
      .faces.filter(({ path }) => path.startsWith(folder) && path.includes('roboto'))
      .map(({ family, weight, path }) => `${family} ${weight} ${basename(path)}`)
  expect(filesFor('Port')).toEqual(['Roboto 400 roboto-latin-400-normal.woff2', 'Roboto 600 roboto-latin-600-normal.woff2'])
  expect(filesFor('Порт')).toContain('Roboto 600 roboto-cyrillic-600-normal.woff2')
  expect(filesFor('Порт')).not.toContain('Roboto 600 roboto-greek-600-normal.woff2')
})

/** Of a package that a deck installs. */
const THEME = {
  'package.json': '{ "name": "countdown-theme-midnight", "version": "1.0.0", "type": "module", "exports": "./index.js" }',
  'index.js': `export default {
    palette: { signal: { light: '#0a5f8a', dark: '#7cc8f0' } },
    look: { display: '"Roboto", var(--sans)' },
    fonts: ['@fontsource/roboto'],
    css: '.slide .headline { letter-spacing: 1px }',
  }
`,
}

/** The minimal deck with a theme of a package. */
function themedFolder(edit = (text: string) => text): string {
  const folder = deckFolder()
  const packages = join(folder, 'node_modules')
  cpSync(join(ROOT, 'node_modules/@fontsource/roboto'), join(packages, '@fontsource/roboto'), { recursive: true })
  mkdirSync(join(packages, 'countdown-theme-midnight'))
  for (const [name, text] of Object.entries(THEME)) writeFileSync(join(packages, 'countdown-theme-midnight', name), edit(text))
  const deck = join(folder, 'slides/deck.ts')
  const text = readFileSync(deck, 'utf8').replace('downloads: {},', 'downloads: {},\n  theme: midnight,')
  writeFileSync(deck, `import midnight from 'countdown-theme-midnight'\n${text}`)
  writeFileSync(join(folder, 'slides/style.css'), '.slide .headline { color: red }')
  return folder
}

test('a theme of a package brings its colours, its fonts and its rules, which the deck goes before', async () => {
  const story = await composeStory(themedFolder(), silent)
  expect(story.deck.palette?.signal).toEqual({ light: '#0a5f8a', dark: '#7cc8f0' })
  expect(story.rules).toBe('.slide .headline{letter-spacing:1px}.slide .headline{color:red}')
  const files = await read.make(story, toolsWith())
  const style = files.filter(({ path }) => path.endsWith('.css')).map(({ contents }) => String(contents))
  expect(style.join('')).toContain('--display:"Roboto", var(--sans)')
  expect(style.join('')).toMatch(/font-family:"Roboto";font-weight:600;[^}]*url\(roboto-latin-600-normal\.[\da-f]{8}\.woff2\)/)
  expect(story.fonts.filter(({ path }) => path.includes('roboto-greek'))).toEqual([])
})

test('what is wrong with its rules is told where the deck names it', async () => {
  const folder = themedFolder((text) => text.replace('letter-spacing', 'leter-spacing'))
  await expect(composeStory(folder, silent)).rejects.toThrow(
    'theme.css, line 1: found `leter-spacing`, expected a property of CSS',
  )
})
