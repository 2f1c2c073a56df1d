import { parseArgs } from 'node:util'
import type { Options } from '../build/options.ts'
import type { Overrides } from '../init/choose-roles.ts'
import { outputs } from '../outputs/index.ts'
import { sourceDate } from '../pdf/dates.ts'
import { themeNames } from '../story/themes.ts'
import { UsageError } from '../util/diagnostic.ts'
import { BEGIN, typedCommand } from '../util/machine.ts'
import { suggest } from '../util/nearest.ts'

/** One flag of the command line; the same table parses the flags and prints the help. */
interface Flag {
  type: 'string' | 'boolean'
  value?: string
  description: string
}

/** What is made on request alone. */
const optional = outputs.filter((output) => output.optional)

const text = (value: string, description: string) => ({ type: 'string', value, description }) as const
const toggle = (description: string) => ({ type: 'boolean', description }) as const

const FLAGS = {
  out: text('folder', 'where the outputs go; <deck-folder>/dist unless given'),
  only: text('names', `make only these, separated by commas: ${outputs.map(({ name }) => name).join(', ')}`),
  paper: text('size', 'paper of the handout and the notes: a4 (default) or letter'),
  steps: text('which', 'pages of slides.pdf: all steps of a slide, or the last (default)'),
  also: text('names', `also make these, separated by commas: ${optional.map(({ name }) => name).join(', ')}`),
  video: text('shape', 'make the film, too: landscape (default) or portrait, for phones'),
  notes: toggle('the same as --also notes'),
  'base-url': text('address', 'where the outputs will be published, for link previews: https://example.org/story/'),
  watch: toggle('serve the pages on this machine alone and renew them after every save'),
  check: toggle('run every check, in a browser too, and write nothing'),
  compress: toggle('also write .br and .gz beside every file that they make smaller'),
  data: text(
    'path',
    'with init: the ranked table (CSV, TSV, JSON, JSON lines, Markdown, HTML, XLSX, ODS), or - for the standard input; with chart, gallery and motion-pairs: the folder of the data that charts name',
  ),
  'dry-run': toggle('with init: say what was understood of the table and write nothing'),
  json: toggle('with check, figures and --dry-run: say what was found as one JSON object'),
  name: text('column', 'with init: the names of the records'),
  value: text('column', 'with init: the numbers that rank them'),
  rank: text('column', 'with init: the ranks of the file, or none'),
  first: text('which', 'with init: what is #1: largest, smallest or file, the order of the file'),
  top: text('number', 'with init: how many records are told; the rest is told as one'),
  group: text('column', 'with init: what several records have in common, or none'),
  title: text('text', 'with init: the title of the story'),
  unit: text('text', 'with init: the unit of the values, such as km², "USD million" or %'),
  sheet: text('name', 'with init: the sheet or the table of a file that has several, by name or number'),
  theme: text('name', `with init: the look: ${themeNames.join(', ')}`),
  'own-size': toggle("with chart: at the chart's own size, in Vega's own look"),
  'system-fonts': toggle('let the browser use the fonts of this machine, too; bytes may then differ'),
  verbose: toggle('print more about what is done'),
  help: toggle('print this'),
} satisfies Record<string, Flag>

/** Flags by which the author says in words what is inferred of a table otherwise. */
const OVERRIDES = ['name', 'value', 'rank', 'group', 'title', 'unit', 'sheet'] as const

/** Flags that mean nothing with another command. */
const ONLY_WITH = {
  init: ['dry-run', 'first', 'top', 'theme', ...OVERRIDES],
  chart: ['own-size'],
  build: ['watch', 'check'],
} as const

/** Flags that take one of a few words. */
const CHOICES = {
  paper: ['a4', 'letter'],
  steps: ['all', 'last'],
  video: ['landscape', 'portrait'],
  first: ['largest', 'smallest', 'file'],
  theme: themeNames,
} as const

/** What the command line does. */
const COMMANDS = {
  build: 'what happens without a command: build [folder]',
  dev: 'the same as --watch: dev [folder]',
  init: 'make a new deck folder from a ranked table: init <folder> --data <file>',
  chart: 'draw Vega-Lite or Vega files as they stand on a slide: chart <file…> --out <folder>',
  gallery: "draw all charts of a folder and compare them with Vega's own pictures: gallery <folder> --data <folder>",
  'motion-pairs': 'measure the moves between pairs of charts: motion-pairs <folder>',
  check: 'the same as --check: check [folder] [--json]',
  shot: 'photograph one slide: shot <id> [folder] --out <folder>',
  figures: 'list every number that the slides say, with its formula and place: figures [folder] [--json]',
  present: 'serve the outputs of a folder on this machine alone and open the deck',
} as const

/** Reads the command line. Throws UsageError with the known flags for anything it does not know, and for a `SOURCE_DATE_EPOCH` that is none. */
export function parseFlags(args: readonly string[]): Options {
  const { values, positionals: words } = readArgs(args)
  const typed = Object.hasOwn(COMMANDS, words[0] ?? '') ? (words[0] as keyof typeof COMMANDS) : undefined
  const command = typed === undefined || typed === 'check' || typed === 'dev' ? 'build' : typed
  const check = typed === 'check' || (values.check ?? false)
  const watch = typed === 'dev' || (values.watch ?? false)
  const slide = command === 'shot' ? words[1] : undefined
  const positionals = words.slice(Number(typed !== undefined) + Number(slide !== undefined))
  if (positionals.length > 1 && command !== 'chart')
    throw new UsageError(`found ${positionals.length} folders, expected one: ${positionals.join(' ')}`)
  // An empty name would mean the current folder; more likely a variable of the shell is not set.
  if (positionals[0] === '' || values.out === '') throw new UsageError('found an empty name, expected one of a folder')
  const only = readNames('only', values.only, outputs)
  const also = readNames('also', values.also, optional) ?? []
  if (
    (command === 'init') !== (values.data !== undefined) &&
    command !== 'chart' &&
    !['gallery', 'motion-pairs'].includes(command)
  )
    throw new UsageError(`init and --data belong together: ${BEGIN}`)
  const chosen = readChoices(values)
  refuseElsewhere(command, values)
  if (command === 'init' && positionals.length === 0 && !values['dry-run'])
    throw new UsageError(`init: found no folder, expected one that does not exist yet: ${BEGIN}`)
  if (command === 'chart' && !values.help && (positionals.length === 0 || values.out === undefined))
    throw new UsageError(
      `chart: found no ${positionals.length === 0 ? 'file' : '--out'}, expected both: ${typedCommand('chart <file…> --out <folder>')}`,
    )
  if (command === 'shot' && slide === undefined && !values.help)
    throw new UsageError(`shot: found no id of a slide, expected one: ${typedCommand('shot <id> --out <folder>')}`)
  if (values.json && !check && !values['dry-run'] && command !== 'figures')
    throw new UsageError('--json goes with check, figures and --dry-run')
  if (watch && check) throw new UsageError('--watch and --check exclude each other; --watch shows every mistake anyway')
  // Said now, not when the first document is finished.
  if (command === 'build' && !values.help) sourceDate()
  return {
    command,
    ...(slide !== undefined && { slide }),
    folder: positionals[0] ?? '.',
    specs: command === 'chart' ? positionals : [],
    ownSize: values['own-size'] ?? false,
    ...(values.out !== undefined && { out: values.out }),
    ...(only && { only }),
    also: [...also, ...(values.notes ? ['notes'] : []), ...(chosen.video ? ['video'] : [])],
    paper: chosen.paper ?? 'a4',
    steps: chosen.steps ?? 'last',
    ...(chosen.video && { video: chosen.video }),
    ...(values['base-url'] !== undefined && { baseUrl: readBaseUrl(values['base-url']) }),
    watch,
    check,
    json: values.json ?? false,
    compress: values.compress ?? false,
    systemFonts: values['system-fonts'] ?? false,
    ...(values.data !== undefined && { data: values.data }),
    dryRun: values['dry-run'] ?? false,
    overrides: readOverrides(values, chosen),
    verbose: values.verbose ?? false,
    help: values.help ?? false,
  }
}

/** Throws UsageError for flags that mean nothing with this command. */
function refuseElsewhere(command: Options['command'], values: Values): void {
  for (const [other, flags] of Object.entries(ONLY_WITH)) {
    const given = flags.find((flag) => values[flag] !== undefined)
    if (given !== undefined && command !== other)
      throw new UsageError(`--${given} goes with ${named(other)}, not with ${named(command)}`)
  }
}

function named(command: string): string {
  return command === 'build' ? 'a build' : command
}

type Values = ReturnType<typeof readArgs>['values']
type Chosen = { [Name in keyof typeof CHOICES]?: (typeof CHOICES)[Name][number] }

/** Throws UsageError for a word that is none of those that its flag takes. */
function readChoices(values: Values): Chosen {
  for (const [name, known] of Object.entries<readonly string[]>(CHOICES)) {
    const found = values[name as keyof Chosen]
    if (found !== undefined && !known.includes(found))
      throw new UsageError(`--${name}: found \`${found}\`, expected ${oneOf(known)}`)
  }
  return values as Chosen
}

function oneOf(known: readonly string[]): string {
  return `${known.slice(0, -1).join(', ')} or ${known.at(-1)}`
}

/** What the author says of a table. Throws UsageError for a number that is none. */
function readOverrides(values: Values, { first, theme }: Chosen): Overrides {
  const texts = OVERRIDES.flatMap((flag) => (values[flag] === undefined ? [] : [[flag, values[flag]] as const]))
  const top = values.top === undefined ? undefined : Number(values.top)
  if (top !== undefined && !(Number.isInteger(top) && top > 0))
    throw new UsageError(`--top: found \`${values.top}\`, expected a whole number such as 25`)
  return {
    ...Object.fromEntries(texts),
    ...(first && { first }),
    ...(top !== undefined && { top }),
    ...(theme && { theme }),
  }
}

/** Names of outputs, separated by commas. */
function readNames(flag: string, text: string | undefined, known: typeof outputs): string[] | undefined {
  const names = text?.split(',').map((name) => name.trim())
  const ids = known.map(({ name }) => name)
  const unknown = names?.find((name) => !ids.includes(name))
  if (unknown !== undefined) throw new UsageError(`--${flag}: unknown output \`${unknown}\`; ${suggest(unknown, ids)}`)
  return names
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
    if (alone !== undefined) {
      const known: readonly string[] | undefined = CHOICES[alone as keyof typeof CHOICES]
      throw new UsageError(`--${alone}: found no value after it, expected ${known ? oneOf(known) : 'one'}`)
    }
    const unknown = /'--([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1]
    if (unknown && !Object.hasOwn(FLAGS, unknown)) {
      const known = Object.keys(FLAGS).map((name) => `--${name}`)
      throw new UsageError(`unknown flag --${unknown}; ${suggest(`--${unknown}`, known)}`)
    }
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
