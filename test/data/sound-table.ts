import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { validateRecords } from '../../data/validate-records.ts'
import { formatDiagnostic } from '../../src/util/diagnostic.ts'

/** The deck's own table. */
export const sound = readFileSync(new URL('../../data/trade-2023.csv', import.meta.url), 'utf8')
/** Its lines. */
export const [header = '', ...rows] = sound.trimEnd().split('\n')

/** What is said of a changed file, each diagnostic without the file's name. */
export function said(text: string): string[] {
  const { diagnostics } = validateRecords(text, 'data/trade-2023.csv')
  return diagnostics.map((diagnostic) => formatDiagnostic(diagnostic).replace('data/trade-2023.csv:', ''))
}

/** The sound file with one piece of it replaced; the piece must be there. */
export function changed(piece: string, by: string): string {
  expect(sound).toContain(piece)
  return sound.replace(piece, by)
}
