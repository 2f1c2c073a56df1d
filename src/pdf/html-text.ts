const HIDDEN = /<!--[\s\S]*?-->|<(script|style|template|title|desc)\b[\s\S]*?<\/\1>/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** The text that a piece of our own static HTML shows, with a space at each tag. */
export function htmlText(html: string): string {
  return html
    .replace(HIDDEN, ' ')
    .replace(/<\/?[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi, ' ')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (written, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? written
      return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))
    })
    .replace(/\s+/g, ' ')
    .trim()
}
