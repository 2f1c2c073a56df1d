import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './elsewhere.ts'

const WORDS = `
const day = new Date(2023, 0, 1)
const names = ['z', 'ä', 'i', 'I', 'a']
export const number = (1234567.5).toLocaleString()
export const told = [
  number,
  new Intl.NumberFormat().resolvedOptions().locale,
  Intl.DateTimeFormat().resolvedOptions().timeZone,
  new Intl.NumberFormat('tlh').format(1.5),
  day.toISOString(),
  day.getMonth(),
  day.toLocaleDateString(),
  day.toLocaleTimeString(),
  String(day),
  [...names].sort((a, b) => a.localeCompare(b)).join(''),
  names.map((name) => name.toLocaleUpperCase()).join(''),
  Math.random(),
].join('\\n')
`

/** What the deck tells of itself in `data/told.txt`, wherever it is built: the deck is in German. */
export const TOLD = [
  ...['1.234.567,5', 'de', 'UTC', '1,5', '2023-01-01T00:00:00.000Z', '0', '1.1.2023', '00:00:00'],
  ...['Sun Jan 01 2023 00:00:00 GMT+0000 (Coordinated Universal Time)', 'aäiIz', 'ZÄIIA', '0.6270739405881613'],
].join('\n')

/** Makes the smallest deck in a folder, with code that says numbers, dates and names as those do who think of their own machine alone. */
export function makeCarelessDeck(folder: string): string {
  cpSync(join(ROOT, 'test/decks/minimal'), folder, { recursive: true })
  const deck = readFileSync(join(folder, 'slides/deck.ts'), 'utf8')
    .replace("lang: 'en'", "lang: 'de'")
    .replace('downloads: {}', "downloads: { 'told.txt': told }")
  writeFileSync(join(folder, 'slides/deck.ts'), `import { told } from '../data/words.ts'\n${deck}`)
  writeFileSync(join(folder, 'data/words.ts'), WORDS)
  const slide = "import { number } from '../data/words.ts'\n\n# A door opens on {number}, {new Date(0).toLocaleDateString()}\n"
  writeFileSync(join(folder, 'slides/door.mdx'), slide)
  return folder
}
