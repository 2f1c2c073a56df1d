import { type Problem, shown } from '../util/diagnostic.ts'
import { nearest, suggest } from '../util/nearest.ts'
import type { TextCell } from './cells.ts'
import type { Field } from './schema.ts'

/** Which column stands where: `positions` maps the name of a field to its index in a row. */
export interface Header {
  width: number
  positions: ReadonlyMap<string, number>
  problems: Problem[]
}

/**
 * Compares the first line with the columns of the schema: each must be there once, in any order, and no other.
 *
 * @param packageFile the file that describes the columns, which messages name
 */
export function readHeader(cells: readonly TextCell[], fields: readonly Field[], file: string, packageFile: string): Header {
  const names = fields.map(({ name }) => name)
  const positions = new Map<string, number>()
  const problems: Problem[] = []
  const meant = new Set<string>()
  const texts = cells.map(({ text }) => text.trim())
  cells.forEach(({ place, fault }, position) => {
    const text = texts[position] ?? ''
    const message = fault ?? faultOf(text, texts.indexOf(text) < position, names, packageFile)
    if (message !== undefined) problems.push({ place, message })
    if (!names.includes(text)) meant.add(nearest(text, names) ?? '')
    else if (!positions.has(text)) positions.set(text, position)
  })
  // A misspelt column is one mistake, not an unknown and a missing one.
  const missing = names.filter((name) => !positions.has(name) && !meant.has(name))
  const place = { file, line: cells[0]?.place.line ?? 1, column: 1 }
  problems.push(...missing.map((name) => ({ place, message: `found no column ${shown(name)}; add it to the first line` })))
  return { width: cells.length, positions, problems }
}

function faultOf(text: string, isSecond: boolean, names: readonly string[], packageFile: string): string | undefined {
  if (text === '') return 'found a column without a name; name it or remove it'
  if (isSecond) return `found column ${shown(text)} again, expected each once; rename or remove one`
  return names.includes(text)
    ? undefined
    : `found unknown column ${shown(text)}; ${suggest(text, names)}; describe a new one in ${packageFile}`
}
