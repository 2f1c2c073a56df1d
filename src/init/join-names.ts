import type { SourceTable } from '../table/source-table.ts'

/** What the halves of people's names are headed, in English and in German. */
const FIRST = /^(?:first|given|fore)[\s_-]?name$|^vorname$/i
const LAST = /^(?:last|family|sur)[\s_-]?name$|^(?:nach|familien)name$/i

/** Makes one column of names of two that have a half each, in the place of the first of them. */
export function joinNames(table: SourceTable): SourceTable {
  const [first, last] = [FIRST, LAST].map((half) => table.columns.findIndex(({ header }) => half.test(header)))
  if (first === undefined || last === undefined || first < 0 || last < 0) return table
  const place = Math.min(first, last)
  const join = <Item>(items: readonly Item[], joined: (one: Item, other: Item) => Item): Item[] =>
    items.flatMap((item, index) => {
      if (index === place) return [joined(items[first] ?? item, items[last] ?? item)]
      return index === first || index === last ? [] : [item]
    })
  return {
    ...table,
    columns: join(table.columns, (one) => ({ ...one, header: 'Name' })),
    rows: table.rows.map((cells) => join(cells, (one, other) => ({ ...one, text: `${one.text} ${other.text}`.trim() }))),
  }
}
