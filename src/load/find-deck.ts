import { dirname, extname, join, relative, resolve } from 'node:path'
import { InputError, shown, UsageError } from '../util/diagnostic.ts'
import { folderNames, kindOf, realPath } from '../util/files.ts'
import { BEGIN, isPackaged, typedCommand } from '../util/machine.ts'
import { nearest, suggest } from '../util/nearest.ts'

/** What people call things that they may want done, and what does them. */
const MEANT: Readonly<Record<string, string>> = {
  build: typedCommand(),
  dev: typedCommand('--watch'),
  watch: typedCommand('--watch'),
  check: typedCommand('--check'),
  help: typedCommand('--help'),
  init: BEGIN,
  present: typedCommand('present'),
  ...(!isPackaged && { test: 'npm test', bench: 'npm run bench' }),
}

/** Endings of tables that a deck can be made from. */
const TABLES = new Set(['.csv', '.tsv', '.json'])

/**
 * Finds the deck's folder that the command line names, links followed, which need not hold a deck yet. Throws UsageError for a misspelt command
 * and for a file, InputError for a folder that is not there; both say what was probably meant.
 */
export function findDeck(given: string): string {
  const folder = resolve(given)
  const kind = kindOf(folder)
  // esbuild names files by where they really are.
  if (kind === 'folder') return realPath(folder) ?? folder
  if (kind === 'nothing') throw missing(given, folder)
  throw new UsageError(`${shown(given, Infinity)} is a file, expected the folder of a deck${instead(given, folder)}`)
}

function instead(given: string, file: string): string {
  const quoted = /^[\w./@+,-]+$/.test(given) ? given : `'${given.replaceAll("'", "'\\''")}'`
  if (TABLES.has(extname(file).toLowerCase()))
    return `; to make a deck of this table: ${typedCommand(`init <folder> --data ${quoted}`)}`
  const deck = deckAround(dirname(file))
  return deck === undefined ? '' : `; to build the deck that it belongs to: ${typedCommand(relative('.', deck) || '.')}`
}

/** The innermost folder around a file that holds a deck. */
function deckAround(folder: string): string | undefined {
  if (kindOf(join(folder, 'slides', 'deck.ts')) === 'file') return folder
  return dirname(folder) === folder ? undefined : deckAround(dirname(folder))
}

function missing(given: string, folder: string): Error {
  const { parent, name } = firstMissing(folder)
  const siblings = folderNames(parent).filter((each) => !/^[._]|^node_modules$/.test(each))
  const isWord = /^[a-z]+$/i.test(given)
  const near = nearest(name, isWord ? [...siblings, ...Object.keys(MEANT)] : siblings)
  if (isWord && near !== undefined && Object.hasOwn(MEANT, near) && !siblings.includes(near))
    return new UsageError(
      near === given
        ? `\`${given}\` is no folder; you may mean: ${MEANT[near]}`
        : `${shown(given)} is no folder and no command; did you mean \`${near}\`? that is: ${MEANT[near]}`,
    )
  const decks = siblings.filter((each) => kindOf(join(parent, each, 'slides', 'deck.ts')) === 'file')
  const known = decks.length > 0 ? `; ${suggest(name, decks)}` : near && `; did you mean ${shown(join(parent, near), Infinity)}?`
  const message = `found no folder there${known ?? `; \`${BEGIN}\` makes one with a deck`}`
  return new InputError([{ location: { file: folder }, message }])
}

/** The first part of a path that is not there, and the folder where it is missed. */
function firstMissing(path: string): { parent: string; name: string } {
  const parent = dirname(path)
  if (kindOf(parent) === 'nothing' && parent !== path) return firstMissing(parent)
  return { parent, name: path.slice(parent.length).replace(/^[/\\]/, '') }
}
