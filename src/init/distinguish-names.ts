import type { Analysed } from './analyse-column.ts'

/**
 * Tells names that are alike apart by what else stands in their rows: `Springfield (Ohio)`. The first column that tells all of
 * them apart is taken; where there is none, names stay as they are.
 */
export function distinguishNames(name: Analysed, others: readonly Analysed[]): Analysed {
  const rows = [...Map.groupBy(name.cells.keys(), (row) => name.cells[row]?.text ?? '')].filter(
    ([text, { length }]) => text !== '' && length > 1,
  )
  if (rows.length === 0) return name
  const telling = others.find(
    ({ cells, kind, isYear }) =>
      (kind === 'text' || kind === 'code' || isYear) &&
      rows.every(([, alike]) => new Set(alike.map((row) => cells[row]?.text).filter(Boolean)).size === alike.length),
  )
  if (!telling) return name
  const alike = new Set(rows.flatMap(([, list]) => list))
  const cells = name.cells.map((cell, row) =>
    alike.has(row) ? { ...cell, text: `${cell.text} (${telling.cells[row]?.text})` } : cell,
  )
  const note = `${alike.size} names are there twice; ${telling.header} stands in brackets after them`
  return { ...name, cells, distinct: new Set(cells.map(({ text }) => text)).size, notes: [...name.notes, note] }
}
