import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Printer } from '../../src/browser/printer.ts'
import { build } from '../../src/build/build-deck.ts'
import { parseFlags } from '../../src/cli/flags.ts'
import { NoBrowserError } from '../../src/util/diagnostic.ts'
import { silent } from '../../src/util/report.ts'
import { testStored } from './stored.ts'

const ROOT = join(import.meta.dirname, '../..')
const work = mkdtempSync(join(tmpdir(), 'countdown-command-line-'))
const deck = join(work, 'deck')
const at = (path: string) => join(work, path)

beforeAll(() => {
  cpSync(join(ROOT, 'test/decks/minimal'), deck, { recursive: true })
  writeFileSync(at('file'), 'a file')
  writeFileSync(at("it's a table.CSV"), 'a\n1\n')
  mkdirSync(at('thesis/deep'), { recursive: true })
  writeFileSync(at('thesis/deep/thesis.txt'), 'years of work')
  mkdirSync(at('empty'))
  symlinkSync(at('empty'), at('link'))
  symlinkSync(at('nowhere'), at('dangling'))
  symlinkSync(deck, at('deck-by-link'))
  mkdirSync(at('real'))
  symlinkSync(at('real'), at('way'))
})
afterAll(() => rmSync(work, { recursive: true, force: true }))

const absent = () => Promise.reject(new NoBrowserError('no browser here'))
const printer: Printer = {
  expect: () => undefined,
  pdf: absent,
  photograph: absent,
  measure: absent,
  perform: absent,
  version: absent,
  close: () => Promise.resolve(),
}
const report = silent

/** What the arguments come to: `builds`, or the error's name and words. */
async function outcomeOf(args: readonly string[]): Promise<string> {
  const effects = { report, printer, root: ROOT, generator: 'countdown-story test', stopped: new AbortController().signal }
  try {
    await build(parseFlags(args), effects)
    return 'builds'
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'Error') throw error
    return `${error.name}: ${error.message}`
      .replace(relative('.', deck), '<deck>')
      .replaceAll(work, '')
      .replaceAll(ROOT, '<root>')
      .replaceAll(homedir(), '~')
      .replace(/(?:a{10,}\/?)+/, '…')
  }
}

const out = (folder: string) => ['--out', folder, '--only', 'data']

/** Where the outputs shall go; `deck` is the deck's folder. */
const FOLDERS: readonly (readonly [name: string, folder: () => string])[] = [
  ['the deck itself', () => deck],
  ['the deck by another name', () => at('deck-by-link')],
  ['the deck by a detour', () => at('empty/../deck/.')],
  ['a folder of the deck', () => join(deck, 'slides')],
  ['the folder around it', () => work],
  ['the generator', () => ROOT],
  ['the root', () => '/'],
  ['home', () => homedir()],
  ['nothing', () => ''],
  ['a file', () => at('file')],
  ['a folder below a file', () => at('file/dist')],
  ['a device', () => '/dev/null'],
  ['a folder with foreign files', () => at('thesis')],
  ['a link', () => at('link')],
  ['a link that leads nowhere', () => at('dangling')],
  ['a folder behind a link', () => at('way/dist')],
  ['an empty folder', () => at('empty')],
  ['a folder that is not there yet', () => at('some/where/deep/dist')],
  ['a name with blanks and quotes', () => at(`it's "mine" ; $HOME`)],
  ['a name in other letters', () => at('Ünïcode 出力 🎉')],
  ['a name with a line break', () => at('two\nlines')],
  ['a name that looks like a flag', () => at('--only')],
  ['a name longer than a name may be', () => at('a'.repeat(300))],
  ['a path longer than a path may be', () => at('aaaaaaaaaa/'.repeat(450))],
  ['a place where no folder can be', () => '/proc/dist'],
]

testStored('folders', FOLDERS, ([, folder]) => outcomeOf([deck, ...out(folder())]))

/** Other arguments. */
const ARGUMENTS: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['an unknown flag', ['--otu', 'x']],
  ['JSON of a build', ['--json']],
  ['a picture of no slide', ['shot']],
  ['an output that is none on request', ['--also', 'notes,singel']],
  ['an unknown output', ['--only', 'data,dekc']],
  ['no output', ['--only', '']],
  ['a paper that is none', ['--paper', 'a5']],
  ['a flag without its value', ['--out']],
  ['an address that runs script', ['--base-url', 'javascript:alert(1)']],
  ['an address with a query', ['--base-url', 'https://example.org/?a=b']],
  ['no address', ['--base-url', '']],
  ['two folders', ['a', 'b']],
  ['an empty name', ['']],
  ['a folder that is not there', [at('thesis/nobody')]],
  ['a misspelt folder', [at('tehsis/deep')]],
  ['a misspelt folder of a deck', [at('dekc')]],
  ['a misspelt folder among others', [at('thesis/deeep')]],
  ['a misspelt command', ['biuld']],
  ['a command of another name', ['presnet']],
  ['a folder without a deck', [at('thesis')]],
  ['a file in place of a folder', [at('file')]],
  ['a table in place of a folder', [at("it's a table.CSV")]],
  ['a slide in place of its deck', [join(deck, 'slides/door.mdx')]],
  ['a device in place of a folder', ['/dev/null']],
  ['watching and checking at once', ['--watch', '--check']],
]

testStored('arguments', ARGUMENTS, ([, args]) => outcomeOf(args))

test('nothing that was there before has gone', () => {
  expect(readFileSync(at('thesis/deep/thesis.txt'), 'utf8')).toBe('years of work')
  expect(readFileSync(at('file'), 'utf8')).toBe('a file')
  expect(readdirSync(deck).sort()).toEqual(['charts', 'data', 'slides'])
  expect([existsSync(at('nowhere')), readdirSync(at('real'))]).toEqual([false, ['dist']])
  expect(readdirSync(work).filter((name) => name.startsWith('.'))).toEqual([])
})
