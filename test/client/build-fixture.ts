import { join } from 'node:path'
import { createPrinter } from '../../src/browser/printer.ts'
import { openBundled } from '../browser/open-bundled.ts'
import { buildHere } from '../build-here.ts'

/** Builds the pages of a deck's folder, with more flags if need be, into `dist` below it and returns that. */
export async function buildFixture(folder: string, ...flags: string[]): Promise<string> {
  const out = join(folder, 'dist')
  const printer = createPrinter({ open: openBundled, lazy: true })
  await buildHere([folder, '--out', out, '--only', 'deck,read,hosting', ...flags], printer)
  await printer.close()
  return out
}
