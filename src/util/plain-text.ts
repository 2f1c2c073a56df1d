const HIDDEN = /<!--[\s\S]*?-->|<(script|style|template|title|desc)\b[\s\S]*?<\/\1>/gi
const TAG = /<\/?[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** The text that a piece of our own static HTML shows, with `between` where a tag was: nothing for what stands in one line. */
export function plainText(html: string, between = ''): string {
  return html
    .replace(HIDDEN, between)
    .replace(TAG, between)
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (written, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? written
      return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))
    })
    .trim()
}
