import type { Place, Problem } from '../util/diagnostic.ts'
import { unusableText } from '../util/unusable-text.ts'

/** A table as its author has it. */
interface Located {
  columns: readonly { header: string; place: Place }[]
  rows: readonly (readonly { text: string; place: Place }[])[]
}

/** What stands in a table that nobody could tell, wherever it stands: no column is looked at as numbers or names before. */
export function unusableCells({ columns, rows }: Located): Problem[] {
  const heads = columns.map(({ header, place }) => ({ text: header, place }))
  return [heads, ...rows].flat().flatMap(({ text, place }) => {
    const message = unusableText(text)
    return message === undefined ? [] : [{ place, message }]
  })
}
