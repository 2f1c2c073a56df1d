import { plainText } from '../util/plain-text.ts'

/** The text that a piece of our own static HTML shows, with a space at each tag. */
export function htmlText(html: string): string {
  return plainText(html, ' ').replace(/\s+/g, ' ')
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
