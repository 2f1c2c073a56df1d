import { dirname, join, relative, resolve, sep } from 'node:path'
import { createFolder, refuseTaken } from '../publish/create-folder.ts'
import { UsageError } from '../util/diagnostic.ts'
import { readBytes } from '../util/files.ts'
import { MACHINE } from '../util/machine.ts'
import type { Terminal } from '../util/report.ts'
import { typedCommand } from '../util/typed-command.ts'
import { readDescription } from './described.ts'
import { infer } from './infer.ts'
import { tellDraft } from './tell-draft.ts'
import { deckFiles } from './write-deck.ts'

/**
 * Makes a new deck folder from a ranked table, CSV or JSON, and says what it inferred. Never overwrites, and leaves nothing
 * when it fails. Throws UsageError for a folder that is taken or a file that is not there, InputError for a table that cannot be understood.
 *
 * @param today date of the new story, ISO 8601
 */
export async function init(
  folder: string,
  data: string,
  terminal: Terminal,
  today = new Date().toISOString().slice(0, 10),
): Promise<void> {
  const path = resolve(folder)
  refuseTaken(path)
  const bytes = readBytes(resolve(data))
  if (!bytes) throw new UsageError(`--data: found no file ${data}`)
  const beside = readBytes(join(dirname(resolve(data)), 'datapackage.json'))
  const described = readDescription(beside && new TextDecoder().decode(beside), data.split(/[\\/]/).at(-1) ?? data)
  const { draft, format } = infer({ file: data, bytes, described, date: today })
  const files = deckFiles(draft, pathToRoot(path))
  await createFolder(path, files)
  terminal.write(`${data}, as it was understood, and where to change it\n${tellDraft(draft, format)}`)
  terminal.write(`${files.length} files in ${folder}; build them: ${typedCommand(folder)}\n`)
}

/** Path to the generator with forward slashes: relative, unless it lies on another drive. */
function pathToRoot(path: string): string {
  return relative(path, MACHINE).replaceAll(sep, '/')
}
