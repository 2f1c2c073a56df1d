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

const OURS = 'name an empty folder or one that an earlier build made'
const out = (folder: string) => ['--out', folder, '--only', 'data']

/** Where the outputs shall go; `deck` is the deck's folder. */
const FOLDERS: readonly (readonly [name: string, folder: () => string, expected: string])[] = [
  ['the deck itself', () => deck, `UsageError: --out: /deck is or holds /deck; ${OURS}`],
  ['the deck by another name', () => at('deck-by-link'), `UsageError: --out: /deck-by-link is or holds /deck; ${OURS}`],
  ['the deck by a detour', () => at('empty/../deck/.'), `UsageError: --out: /deck is or holds /deck; ${OURS}`],
  [
    'a folder of the deck',
    () => join(deck, 'slides'),
    `UsageError: --out: /deck/slides holds 4 files that no build wrote, such as 2-beta.mdx; ${OURS}`,
  ],
  ['the folder around it', () => work, `UsageError: --out:  is or holds /deck; ${OURS}`],
  ['the generator', () => ROOT, `UsageError: --out: <root> is or holds <root>; ${OURS}`],
  ['the root', () => '/', `UsageError: --out: / is or holds /deck; ${OURS}`],
  ['home', () => homedir(), `UsageError: --out: ~ is or holds ~; ${OURS}`],
  ['nothing', () => '', 'UsageError: found an empty name, expected one of a folder'],
  ['a file', () => at('file'), `UsageError: --out: /file is not a folder; ${OURS}`],
  [
    'a folder below a file',
    () => at('file/dist'),
    'EnvironmentError: /file/dist was not written and is as it was: a part of its path is a file; name another folder with --out',
  ],
  ['a device', () => '/dev/null', `UsageError: --out: /dev/null is not a folder; ${OURS}`],
  [
    'a folder with foreign files',
    () => at('thesis'),
    `UsageError: --out: /thesis holds a file that no build wrote, such as deep/thesis.txt; ${OURS}`,
  ],
  ['a link', () => at('link'), `UsageError: --out: /link is a symbolic link; ${OURS}`],
  ['a link that leads nowhere', () => at('dangling'), `UsageError: --out: /dangling is a symbolic link; ${OURS}`],
  ['a folder behind a link', () => at('way/dist'), 'builds'],
  ['an empty folder', () => at('empty'), 'builds'],
  ['a folder that is not there yet', () => at('some/where/deep/dist'), 'builds'],
  ['a name with blanks and quotes', () => at(`it's "mine" ; $HOME`), 'builds'],
  ['a name in other letters', () => at('Ünïcode 出力 🎉'), 'builds'],
  ['a name with a line break', () => at('two\nlines'), 'builds'],
  ['a name that looks like a flag', () => at('--only'), 'builds'],
  [
    'a name longer than a name may be',
    () => at('a'.repeat(300)),
    'EnvironmentError: /… was not written and is as it was: its name is too long; name another folder with --out',
  ],
  [
    'a path longer than a path may be',
    () => at('aaaaaaaaaa/'.repeat(450)),
    'EnvironmentError: /… was not written and is as it was: its name is too long; name another folder with --out',
  ],
  [
    'a place where no folder can be',
    () => '/proc/dist',
    'EnvironmentError: /proc/dist was not written and is as it was: there can be no folder at this place; name another one with --out',
  ],
]

test.for(FOLDERS)('outputs into %s', async ([, folder, expected]) => {
  expect(await outcomeOf([deck, ...out(folder())])).toBe(expected)
})

/** Other arguments. */
const ARGUMENTS: readonly (readonly [name: string, args: readonly string[], expected: string])[] = [
  [
    'an unknown flag',
    ['--otu', 'x'],
    'UsageError: unknown flag --otu; did you mean `out`? known: also, base-url, check, compress, data, dry-run, first, group, help, json, name, notes, … (28)',
  ],
  ['JSON of a build', ['--json'], 'UsageError: --json goes with check, figures and --dry-run'],
  [
    'a picture of no slide',
    ['shot'],
    'UsageError: shot: found no id of a slide, expected one: npm run build -- shot <id> --out <folder>',
  ],
  [
    'an output that is none on request',
    ['--also', 'notes,singel'],
    'UsageError: --also: unknown output `singel`; did you mean `single`? known: embed, notes, pptx, single, video',
  ],
  [
    'an unknown output',
    ['--only', 'data,dekc'],
    'UsageError: --only: unknown output `dekc`; did you mean `deck`? known: data, deck, embed, handout, hosting, licences, notes, pptx, read, share, single, slides, … (13)',
  ],
  [
    'no output',
    ['--only', ''],
    'UsageError: --only: unknown output ``; known: data, deck, embed, handout, hosting, licences, notes, pptx, read, share, single, slides, … (13)',
  ],
  ['a paper that is none', ['--paper', 'a5'], 'UsageError: --paper: found `a5`, expected a4 or letter'],
  ['a flag without its value', ['--out'], 'UsageError: --out: found no value after it, expected one'],
  [
    'an address that runs script',
    ['--base-url', 'javascript:alert(1)'],
    'UsageError: --base-url: found `javascript:alert(1)`, expected the address of a folder such as https://example.org/story/',
  ],
  [
    'an address with a query',
    ['--base-url', 'https://example.org/?a=b'],
    'UsageError: --base-url: found `https://example.org/?a=b`, expected the address of a folder such as https://example.org/story/',
  ],
  [
    'no address',
    ['--base-url', ''],
    'UsageError: --base-url: found ``, expected the address of a folder such as https://example.org/story/',
  ],
  ['two folders', ['a', 'b'], 'UsageError: found 2 folders, expected one: a b'],
  ['an empty name', [''], 'UsageError: found an empty name, expected one of a folder'],
  [
    'a folder that is not there',
    [at('thesis/nobody')],
    'InputError: /thesis/nobody found no folder there; `npm run build -- init <folder> --data <file>` makes one with a deck',
  ],
  ['a misspelt folder', [at('tehsis/deep')], 'InputError: /tehsis/deep found no folder there; known: deck'],
  ['a misspelt folder of a deck', [at('dekc')], 'InputError: /dekc found no folder there; did you mean `deck`? known: deck'],
  [
    'a misspelt folder among others',
    [at('thesis/deeep')],
    'InputError: /thesis/deeep found no folder there; did you mean `/thesis/deep`?',
  ],
  [
    'a misspelt command',
    ['biuld'],
    'UsageError: `biuld` is no folder and no command; did you mean `build`? that is: npm run build',
  ],
  ['a command that is none', ['build'], 'UsageError: `build` is no folder; you may mean: npm run build'],
  [
    'a command of another name',
    ['presnet'],
    'UsageError: `presnet` is no folder and no command; did you mean `present`? that is: npm run build -- present',
  ],
  [
    'a folder without a deck',
    [at('thesis')],
    'InputError: /thesis found no slides/deck.ts, expected a deck folder; `npm run build -- init <folder> --data <file>` makes one',
  ],
  ['a file in place of a folder', [at('file')], 'UsageError: `/file` is a file, expected the folder of a deck'],
  [
    'a table in place of a folder',
    [at("it's a table.CSV")],
    "UsageError: `/it's a table.CSV` is a file, expected the folder of a deck; to make a deck of this table: npm run build -- init <folder> --data '/it'\\''s a table.CSV'",
  ],
  [
    'a slide in place of its deck',
    [join(deck, 'slides/door.mdx')],
    'UsageError: `/deck/slides/door.mdx` is a file, expected the folder of a deck; to build the deck that it belongs to: npm run build -- <deck>',
  ],
  ['a device in place of a folder', ['/dev/null'], 'UsageError: `/dev/null` is a file, expected the folder of a deck'],
  [
    'watching and checking at once',
    ['--watch', '--check'],
    'UsageError: --watch and --check exclude each other; --watch shows every mistake anyway',
  ],
]

test.for(ARGUMENTS)('%s', async ([, args, expected]) => {
  expect(await outcomeOf(args)).toBe(expected)
})

test('nothing that was there before has gone', () => {
  expect(readFileSync(at('thesis/deep/thesis.txt'), 'utf8')).toBe('years of work')
  expect(readFileSync(at('file'), 'utf8')).toBe('a file')
  expect(readdirSync(deck).sort()).toEqual(['charts', 'data', 'slides'])
  expect([existsSync(at('nowhere')), readdirSync(at('real'))]).toEqual([false, ['dist']])
  expect(readdirSync(work).filter((name) => name.startsWith('.'))).toEqual([])
})
