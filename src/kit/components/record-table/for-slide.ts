/** Rows and cells of a table that only the reading page has room for are marked with this. */
export const READ_ONLY = { 'data-only': 'read' } as const

/** Attributes, whose values may hold what would end a tag. */
const ATTRIBUTES = '(?:[^">]|"[^"]*")*'
const ROWS = new RegExp(`<tr(?= ${ATTRIBUTES}data-only="read")${ATTRIBUTES}>.*?</tr>`, 'gs')
const CELLS = new RegExp(`<(t[dh])(?= ${ATTRIBUTES}data-only="read")${ATTRIBUTES}>.*?</\\1>`, 'gs')
const SHORTENED = new RegExp(`(<th(?= )${ATTRIBUTES}?) data-shortened="([^"]*)"(${ATTRIBUTES}>).*?</th>`, 'gs')

const MOVABLE = new RegExp(`(<div class="explorer-table record-table \\w+")${ATTRIBUTES}>`, 'g')

/**
 * HTML of a slide's text without what only the reading page has room for. On a slide a table does not move, so it leaves the keys
 * to the slides; half a table is not offered for sorting.
 */
export function forSlide(body: string): string {
  const still = body.replace(MOVABLE, '$1>')
  const rows = still.replace(ROWS, '')
  const cut = rows.replace(CELLS, '').replace(SHORTENED, '$1$3$2</th>')
  return rows === still ? cut : cut.replace(/ data-sortable(?:="[^"]*")?/g, '')
}
