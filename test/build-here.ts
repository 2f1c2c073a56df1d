import type { Printer } from '../src/browser/printer.ts'
import { build } from '../src/build/build-deck.ts'
import { parseFlags } from '../src/cli/flags.ts'
import { silent } from '../src/util/report.ts'
import { ROOT } from './story-of.ts'

/** Builds a deck as the command line does with these arguments, in this process, which has loaded the machine. Rejects as `build` does. */
export async function buildHere(args: readonly string[], printer: Printer): Promise<void> {
  const report = silent
  const effects = { report, printer, root: ROOT, generator: 'countdown-story test', stopped: new AbortController().signal }
  await build(parseFlags(args), effects)
}
