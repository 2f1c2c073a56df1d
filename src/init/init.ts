import type { Terminal } from '../report.ts'

/** Makes a new deck folder from a ranked table, CSV or JSON, and says what it inferred. Never overwrites. Throws UsageError or InputError. */
export async function init(folder: string, data: string, terminal: Terminal): Promise<void> {
  terminal.write(`${folder} ${data}\n`)
  throw new Error('not made yet')
}
