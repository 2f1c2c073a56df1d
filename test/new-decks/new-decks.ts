/** `npm run new-decks -- [count | files…]`: makes a new deck of each table, sixty seeded ones unless given, and checks it as it stands. A line each; exit 1 if any has a fault. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createPrinter } from '../../src/browser/printer.ts'
import { check } from '../../src/check/check-story.ts'
import { parseFlags } from '../../src/cli/flags.ts'
import { init } from '../../src/init/init.ts'
import { InputError } from '../../src/util/diagnostic.ts'
import { silent } from '../../src/util/report.ts'
import { seededTable } from './seeded-tables.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const given = process.argv.slice(2)
const work = mkdtempSync(join(tmpdir(), 'countdown-new-decks-'))
const printer = createPrinter()
const report = silent

/** The files to try: those given, else as many seeded ones as wanted. */
function tables(): string[] {
  if (given.length > 0 && !/^\d+$/.test(given[0] ?? '')) return given
  return Array.from({ length: Number(given[0] ?? 60) }, (_, index) => {
    const file = join(work, `seed-${index + 1}.csv`)
    writeFileSync(file, seededTable(index + 1))
    return file
  })
}

/** What is wrong with the new deck of a table; nothing where all is well, `refused` where no deck was made. */
async function faultsOf(file: string): Promise<string[] | 'refused'> {
  const folder = join(work, `${basename(file)}-deck`)
  try {
    await init(folder, file, { today: '2024-01-01' }, { terminal: { write: () => undefined, interactive: false } })
  } catch (error) {
    if (error instanceof InputError) return 'refused'
    throw error
  }
  try {
    const options = parseFlags([folder, '--check'])
    await check(options, { report, root: ROOT, printer, generator: 'countdown-story', stopped: new AbortController().signal })
    return []
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics.map(({ location, message }) => `${location?.file ?? ''} ${message}`)
    throw error
  }
}

let faulty = 0
let told = 0
for (const file of tables()) {
  const faults = await faultsOf(file)
  if (faults !== 'refused') told++
  if (faults !== 'refused' && faults.length > 0) faulty++
  console.log(`${basename(file)}: ${faults === 'refused' ? 'refused' : faults.length === 0 ? 'well' : faults.join('\n  ')}`)
}
await printer.close()
rmSync(work, { recursive: true, force: true })
console.log(`${told - faulty} of ${told} new decks are well as they stand`)
process.exit(faulty > 0 ? 1 : 0)
