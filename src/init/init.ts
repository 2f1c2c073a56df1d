import { join, relative, resolve, sep } from 'node:path'
import { createFolder, refuseTaken } from '../publish/create-folder.ts'
import { type Choice, ChoiceError } from '../table/choice.ts'
import { UsageError } from '../util/diagnostic.ts'
import { foldersAround, readBytes, realPath } from '../util/files.ts'
import { MACHINE, typedCommand } from '../util/machine.ts'
import type { Terminal } from '../util/report.ts'
import type { Overrides } from './choose-roles.ts'
import { describeDraft, understood } from './describe-draft.ts'
import { type Inferred, infer, type Source, STDIN } from './infer.ts'
import { LONG } from './notes-about.ts'
import { deckFiles } from './write-deck.ts'

/** What `init` is asked for beside the folder and the table. */
export interface InitOptions {
  overrides?: Overrides
  /** Whether what was understood is told, and nothing written. */
  dryRun?: boolean
  /** Whether it is told as JSON. */
  json?: boolean
  /** Date of the new story, ISO 8601; today unless given. */
  today?: string
}

/** What `init` needs from outside. */
export interface InitEffects {
  terminal: Terminal
  /** Asks the author; without it, what is open is an error. */
  ask?: Ask
  /** Reads all of the standard input. */
  stdin?: () => Promise<Uint8Array>
}

/**
 * Makes a new deck folder from a ranked table of any form, after it said what it understood. Never overwrites, and leaves
 * nothing when it fails. Throws UsageError for a folder that is taken or a file that is not there, InputError for a table that
 * cannot be understood.
 *
 * @param folder not needed for a dry run
 * @param data path of the table, or `-` for the standard input
 */
export async function init(folder: string, data: string, options: InitOptions, effects: InitEffects): Promise<void> {
  const { dryRun = false, json = false, today = new Date().toISOString().slice(0, 10) } = options
  const { terminal } = effects
  const path = resolve(folder)
  if (!dryRun) refuseTaken(path)
  const source = await readSource(data, today, effects)
  const inferred = await inferAsking(source, options.overrides ?? {}, effects.ask)
  if (json) {
    terminal.write(`${JSON.stringify(understood(inferred.draft), null, 2)}\n`)
    return
  }
  terminal.write(`${source.file}, as it was understood${dryRun ? '' : ', and where to change it'}\n${describeDraft(inferred)}`)
  if (dryRun) return
  const files = deckFiles(inferred.draft, pathToRoot(path))
  await createFolder(path, files)
  terminal.write(`${files.length} files in ${folder}; build them: ${typedCommand(folder)}\n`)
}

async function readSource(data: string, date: string, { stdin }: InitEffects): Promise<Source> {
  if (data === '-') return { file: STDIN, bytes: (await stdin?.()) ?? new Uint8Array(), date }
  if (/^https?:\/\//.test(data)) throw new UsageError(`--data: found an address, expected a file; save ${data} first`)
  const bytes = readBytes(resolve(data))
  if (!bytes) throw new UsageError(`--data: found no file ${data}`)
  return { file: data, bytes, date }
}

/** Infers, and asks for what is open until nothing is; then whether a long list is cut. */
async function inferAsking(source: Source, given: Overrides, ask: Ask | undefined): Promise<Inferred> {
  let overrides = given
  for (;;) {
    try {
      const inferred = infer({ ...source, overrides })
      const top = ask && given.top === undefined ? await askForTop(inferred, ask) : undefined
      return top === undefined ? inferred : infer({ ...source, overrides: { ...overrides, top } })
    } catch (error) {
      if (!ask || !(error instanceof ChoiceError) || Object.hasOwn(overrides, error.choice.flag)) throw error
      overrides = { ...overrides, [error.choice.flag]: (await ask(error.choice)) ?? stop() }
    }
  }
}

function stop(): never {
  throw new UsageError('init: stopped at a question; nothing was written')
}

/** A long list is proposed to be cut, the rest told as one. */
async function askForTop({ draft }: Inferred, ask: Ask): Promise<number | undefined> {
  const { length } = draft.rows
  if (length < LONG) return undefined
  const candidates = [
    { value: '25', hint: `the first 25, the other ${length - 25} as one` },
    { value: '50', hint: `the first 50, the other ${length - 50} as one` },
    { value: 'all', hint: 'a slide for each' },
  ]
  const answer = (await ask({ question: `${length} records make a long talk. How many are told?`, candidates })) ?? stop()
  return answer === 'all' ? undefined : Number(answer)
}

/** Path to the generator with forward slashes: relative, unless it lies on another drive. A link to it around the deck outlives its versions. */
function pathToRoot(path: string): string {
  const linked = foldersAround(path).map((folder) => join(folder, 'node_modules', 'countdown-story'))
  return relative(path, linked.find((link) => realPath(link) === MACHINE) ?? MACHINE).replaceAll(sep, '/')
}

/** Asks the author at the terminal; resolves to the answer, or to nothing when it is refused. A parameter of `init`, so that tests answer. */
export type Ask = (choice: Pick<Choice, 'question' | 'candidates'>) => Promise<string | undefined>

/** Asks with the arrow keys. */
export const askInTerminal: Ask = async ({ question, candidates }) => {
  const { isCancel, select } = await import('@clack/prompts')
  const options = candidates.map(({ value, hint }) => ({ value, label: value, ...(hint !== undefined && { hint }) }))
  const answer = await select({ message: question, options })
  return isCancel(answer) ? undefined : answer
}
