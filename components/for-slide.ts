/** Rows and cells of a table that only the reading page has room for; they are marked with this. */
export const READ_ONLY = { 'data-only': 'read' } as const

/** HTML of a slide's text without what only the reading page has room for. Half a table is not offered for sorting. */
export function forSlide(body: string): string {
  const rows = body.replace(/<tr [^>]*data-only="read"[^>]*>.*?<\/tr>/gs, '')
  const cut = rows.replace(/<(t[dh]) [^>]*data-only="read"[^>]*>.*?<\/\1>/gs, '')
  return rows === body ? cut : cut.replace(/ data-sortable(?:="[^"]*")?/g, '')
}
