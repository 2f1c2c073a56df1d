import { join } from 'node:path'
import { createPrinter } from '../../src/browser/printer.ts'
import { build } from '../../src/build/build-deck.ts'
import { parseFlags } from '../../src/cli/flags.ts'
import { createReport } from '../../src/util/report.ts'
import { openBundled } from '../browser/open-bundled.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Builds the pages of a deck's folder, with more flags if need be, into `dist` below it and returns that. */
export async function buildFixture(folder: string, ...flags: string[]): Promise<string> {
  const out = join(folder, 'dist')
  const report = createReport({ write: () => undefined, interactive: false })
  const printer = createPrinter({ open: openBundled })
  const effects = { report, printer, root: ROOT, generator: 'countdown-story test', stopped: new AbortController().signal }
  await build(parseFlags([folder, '--out', out, '--only', 'deck,read,hosting', ...flags]), effects)
  await printer.close()
  return out
}
