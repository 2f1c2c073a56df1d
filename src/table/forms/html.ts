import type { Element, ElementContent, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { SKIP, visit } from 'unist-util-visit'
import type { CellLocation } from '../cells.ts'
import { type Grid, type GridCell, unreadable } from '../grid.ts'
import { choosePage, type Page } from './page.ts'

/** Whether a text is HTML: a page, or a table copied from one. */
export function isHtml(text: string): boolean {
  return /^\s*(?:<!--|<(?:!doctype html|html|head|body|meta|table|div|section|article|p|h\d|figure|main)\b)/i.test(text)
}

/** Reads the table of an HTML page or of a part of one. Throws ChoiceError where it has several. */
export function readHtml(text: string, file: string, sheet?: string): Grid {
  const pages = tablesOf(fromHtml(text)).map(({ table, heading }, index) => pageOf(table, heading, `${index + 1}`, file))
  if (pages.length === 0) {
    const message = 'found an HTML page without a table, expected one with a <table>'
    return unreadable([{ location: { file, line: 1, column: 1 }, message }])
  }
  const page = choosePage(pages, file, 'an HTML page', sheet)
  return { format: 'a table of HTML', ...page }
}

/** The tables of a page, each with the heading above it. */
function tablesOf(tree: Root): { table: Element; heading: string }[] {
  const tables: { table: Element; heading: string }[] = []
  let heading = ''
  visit(tree, 'element', (node) => {
    if (/^h[1-6]$/.test(node.tagName)) heading = textOf(node).replace(/\s*\[(?:edit|bearbeiten)[^\]]*\]$/i, '')
    // A table that holds others only lays them out.
    if (node.tagName === 'table' && elements(node, 'table').length === 0) tables.push({ table: node, heading })
  })
  return tables
}

function elements(parent: Element, ...names: string[]): Element[] {
  const found: Element[] = []
  visit(parent, 'element', (node) => {
    if (node !== parent && names.includes(node.tagName)) found.push(node)
  })
  return found
}

function pageOf(table: Element, heading: string, number: string, file: string): Page {
  const [caption] = elements(table, 'caption')
  const title = caption ? textOf(caption) : ''
  const lines = gridOf(elements(table, 'tr'), file)
  const [first] = lines
  const above: GridCell[][] = title !== '' && first?.[0] ? [[{ text: title, location: first[0].location }]] : []
  return { name: title || heading || number, lines: [...above, ...lines], ...(heading && { title: heading }) }
}

/** Cells that span several rows or columns stand in each of them. */
function gridOf(rows: readonly Element[], file: string): GridCell[][] {
  const lines: GridCell[][] = rows.map(() => [])
  rows.forEach((row, at) => {
    let from = 0
    for (const cell of row.children.filter((child) => child.type === 'element')) {
      if (cell.tagName !== 'td' && cell.tagName !== 'th') continue
      from = firstFree(lines[at] ?? [], from)
      const location: CellLocation = { file, line: cell.position?.start.line ?? 1, column: cell.position?.start.column ?? 1 }
      const text = textOf(cell)
      for (let down = 0; down < spanOf(cell, 'rowSpan') && at + down < lines.length; down++)
        for (let right = 0; right < spanOf(cell, 'colSpan'); right++)
          (lines[at + down] as GridCell[])[from + right] = {
            text,
            location: down === 0 ? location : locationOf(rows[at + down], location),
          }
    }
  })
  return lines.map((cells, row) =>
    Array.from(cells, (cell) => cell ?? { text: '', location: locationOf(rows[row], { file, line: 1, column: 1 }) }),
  )
}

function locationOf(row: Element | undefined, { file, line, column }: CellLocation): CellLocation {
  return { file, line: row?.position?.start.line ?? line, column: row?.position?.start.column ?? column }
}

/** The first free place from one on that no cell from above reaches into. */
function firstFree(cells: readonly (GridCell | undefined)[], from: number): number {
  let free = from
  while (cells[free] !== undefined) free++
  return free
}

const MOST_SPANNED = 100

function spanOf({ properties }: Element, name: 'rowSpan' | 'colSpan'): number {
  const span = Number(properties[name] ?? 1)
  return Number.isInteger(span) && span > 0 ? Math.min(span, MOST_SPANNED) : 1
}

/** What is shown of an element, on one line; a footnote's mark keeps its brackets, and one without gets them. */
function textOf(element: Element): string {
  let text = ''
  visit(element, (node: Root | RootContent | ElementContent) => {
    if (node.type === 'text') text += node.value
    if (node.type !== 'element') return undefined
    if (/^(?:style|script|template|table|caption)$/.test(node.tagName) && node !== element) return SKIP
    if (/display:\s*none/i.test(String(node.properties.style ?? '')) || node.properties.hidden === true) return SKIP
    if (/^(?:br|p|div|li)$/.test(node.tagName)) text += ' '
    if (node.tagName !== 'sup') return undefined
    text += marked(node)
    return SKIP
  })
  return text.replace(/\s+/g, ' ').trim()
}

/** `<sup>a</sup>` is a footnote's mark; `<sup>2</sup>` after a letter is a square. */
function marked(sup: Element): string {
  let text = ''
  visit(sup, 'text', ({ value }) => {
    text += value
  })
  const mark = text.trim()
  if (mark === '2' || mark === '3') return mark === '2' ? '²' : '³'
  return /^\[.*\]$|^$/.test(mark) ? mark : `[${mark}]`
}
