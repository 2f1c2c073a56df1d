import { join } from 'node:path'
import { sharedPrinter as printer } from '../browser/shared-browser.ts'
import { buildHere } from '../build-here.ts'

/** Builds the pages of a deck's folder, with more flags if need be, into `dist` below it and returns that. */
export async function buildFixture(folder: string, ...flags: string[]): Promise<string> {
  const out = join(folder, 'dist')
  await buildHere([folder, '--out', out, '--only', 'deck,read,hosting', ...flags], printer)
  return out
}
