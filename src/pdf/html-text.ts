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

/** Begins an element that is not painted, or that is painted and passed over by screen readers. */
const SILENT = /<(\w+)(?= [^>]*(?:aria-hidden="true"|class="visually-hidden"))[^>]*>/

/** The text that a piece of our own static HTML shows and has read out. */
export function spokenText(html: string): string {
  let spoken = html
  for (let found = SILENT.exec(spoken); found; found = SILENT.exec(spoken)) {
    const end = endOf(found[1] ?? '', spoken, found.index + found[0].length)
    spoken = `${spoken.slice(0, found.index)} ${spoken.slice(end)}`
  }
  return htmlText(spoken)
}

/** Where an element ends whose content begins at a place; elements of its kind may be in it. */
function endOf(tag: string, html: string, from: number): number {
  const tags = new RegExp(`<(/?)${tag}\\b[^>]*>`, 'g')
  tags.lastIndex = from
  let depth = 1
  for (let found = tags.exec(html); found; found = tags.exec(html)) {
    depth += found[1] ? -1 : 1
    if (depth === 0) return tags.lastIndex
  }
  return from
}
