import { parseArgs } from 'node:util'
import type { Options } from '../build/options.ts'
import { outputs } from '../outputs/index.ts'
import { sourceDate } from '../pdf/dates.ts'
import { UsageError } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import { BEGIN, typedCommand } from '../util/typed-command.ts'

/** One flag of the command line; the same table parses the flags and prints the help. */
interface Flag {
  type: 'string' | 'boolean'
  value?: string
  description: string
}

const FLAGS = {
  out: { type: 'string', value: 'folder', description: 'where the outputs go; <deck-folder>/dist unless given' },
  only: {
    type: 'string',
    value: 'names',
    description: `make only these, separated by commas: ${outputs.map(({ name }) => name).join(', ')}`,
  },
  paper: { type: 'string', value: 'size', description: 'paper of the handout and the notes: a4 (default) or letter' },
  notes: { type: 'boolean', description: 'also make notes.pdf: each slide with its speaker notes, two a page' },
  'base-url': {
    type: 'string',
    value: 'address',
    description: 'where the outputs will be published, for link previews: https://example.org/story/',
  },
  watch: { type: 'boolean', description: 'serve the pages on this machine alone and renew them after every save' },
  check: { type: 'boolean', description: 'run every check, in a browser too, and write nothing' },
  compress: { type: 'boolean', description: 'also write .br and .gz beside every file that they make smaller' },
  data: {
    type: 'string',
    value: 'path',
    description:
      'with init: the ranked table, CSV or JSON; with chart, gallery and motion-pairs: the folder of the data that charts name',
  },
  'own-size': { type: 'boolean', description: "with chart: at the chart's own size, in Vega's own look" },
  'system-fonts': { type: 'boolean', description: 'let the browser use the fonts of this machine, too; bytes may then differ' },
  verbose: { type: 'boolean', description: 'print more about what is done' },
  help: { type: 'boolean', description: 'print this' },
} as const satisfies Record<string, Flag>

/** What the command line does beside building. */
const COMMANDS = {
  init: 'make a new deck folder from a ranked table: init <folder> --data <file>',
  chart: 'draw Vega-Lite or Vega files as they stand on a slide: chart <file…> --out <folder>',
  gallery: "draw all charts of a folder and compare them with Vega's own pictures: gallery <folder> --data <folder>",
  'motion-pairs': 'measure the moves between pairs of charts: motion-pairs <folder>',
  present: 'serve the outputs of a folder on this machine alone and open the deck',
} as const

/** Reads the command line. Throws UsageError with the known flags for anything it does not know, and for a `SOURCE_DATE_EPOCH` that is none. */
export function parseFlags(args: readonly string[]): Options {
  const { values, positionals: words } = readArgs(args)
  const command = words[0] !== undefined && Object.hasOwn(COMMANDS, words[0]) ? (words[0] as keyof typeof COMMANDS) : 'build'
  const positionals = command === 'build' ? words : words.slice(1)
  if (positionals.length > 1 && command !== 'chart')
    throw new UsageError(`found ${positionals.length} folders, expected one: ${positionals.join(' ')}`)
  // An empty name would mean the current folder; more likely a variable of the shell is not set.
  if (positionals[0] === '' || values.out === '') throw new UsageError('found an empty name, expected one of a folder')
  const only = values.only?.split(',').map((name) => name.trim())
  for (const name of only ?? []) {
    if (!outputs.some((output) => output.name === name)) {
      throw new UsageError(
        `--only: unknown output \`${name}\`; ${suggest(
          name,
          outputs.map((output) => output.name),
        )}`,
      )
    }
  }
  if (
    (command === 'init') !== (values.data !== undefined) &&
    command !== 'chart' &&
    command !== 'gallery' &&
    command !== 'motion-pairs'
  )
    throw new UsageError(`init and --data belong together: ${BEGIN}`)
  if (command === 'init' && positionals.length === 0)
    throw new UsageError(`init: found no folder, expected one that does not exist yet: ${BEGIN}`)
  if (command === 'chart' && !values.help && (positionals.length === 0 || values.out === undefined))
    throw new UsageError(
      `chart: found no ${positionals.length === 0 ? 'file' : '--out'}, expected both: ${typedCommand('chart <file…> --out <folder>')}`,
    )
  if (values['own-size'] && command !== 'chart') throw new UsageError(`--own-size goes with chart, not with ${command}`)
  if (command !== 'build' && (values.watch || values.check))
    throw new UsageError(`--${values.watch ? 'watch' : 'check'} goes with a build, not with ${command}`)
  if (values.watch && values.check)
    throw new UsageError('--watch and --check exclude each other; --watch shows every mistake anyway')
  // Said now, not when the first document is finished.
  if (command === 'build' && !values.help) sourceDate()
  const paper = values.paper ?? 'a4'
  if (paper !== 'a4' && paper !== 'letter') throw new UsageError(`--paper: found \`${paper}\`, expected a4 or letter`)
  return {
    command,
    folder: positionals[0] ?? '.',
    specs: command === 'chart' ? positionals : [],
    ownSize: values['own-size'] ?? false,
    ...(values.out !== undefined && { out: values.out }),
    ...(only && { only }),
    also: values.notes ? ['notes'] : [],
    paper,
    ...(values['base-url'] !== undefined && { baseUrl: readBaseUrl(values['base-url']) }),
    watch: values.watch ?? false,
    check: values.check ?? false,
    compress: values.compress ?? false,
    systemFonts: values['system-fonts'] ?? false,
    ...(values.data !== undefined && { data: values.data }),
    verbose: values.verbose ?? false,
    help: values.help ?? false,
  }
}

/** A folder's address ends in a slash; what is after it, such as a query, has no meaning for one. */
function readBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new UsageError(`--base-url: found \`${text}\`, expected the address of a folder such as https://example.org/story/`)
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

function readArgs(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true, strict: true })
  } catch (error) {
    const alone = /'--(\S+) <value>' argument missing/.exec(error instanceof Error ? error.message : '')?.[1]
    if (alone !== undefined) throw new UsageError(`--${alone}: found no value after it, expected one`)
    const unknown = /'--([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1]
    if (unknown && !Object.hasOwn(FLAGS, unknown))
      throw new UsageError(`unknown flag --${unknown}; ${suggest(unknown, Object.keys(FLAGS))}`)
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The help text. */
export function help(): string {
  const rows = Object.entries<Flag>(FLAGS).map(([name, { value, description }]) => [
    `--${name}${value ? ` <${value}>` : ''}`,
    description,
  ])
  const column = (entries: readonly (readonly string[])[]) => {
    const width = Math.max(...entries.map(([left = '']) => left.length))
    return entries.map(([left = '', right]) => `  ${left.padEnd(width)}  ${right}`)
  }
  return [
    `Usage: ${typedCommand('[command] [deck-folder] [flags]')}`,
    '',
    'Builds the deck in the folder (this one unless given) and writes all its outputs.',
    '',
    'Commands:',
    ...column(Object.entries(COMMANDS)),
    '',
    'Flags:',
    ...column(rows),
    '',
    'Outputs:',
    ...column(outputs.map(({ name, description }) => [name, description])),
    '',
    'Exit codes: 0 done; 1 the deck has mistakes, all listed, nothing written; 2 wrong usage;',
    '3 the machine lacks something, such as a browser or disk space; 70 a fault of the generator.',
  ].join('\n')
}
