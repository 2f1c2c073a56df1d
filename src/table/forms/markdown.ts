import type { Root, Table, TableCell } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { toString as textOf } from 'mdast-util-to-string'
import { gfmTable } from 'micromark-extension-gfm-table'
import { visit } from 'unist-util-visit'
import type { Grid, GridCell } from '../grid.ts'
import { choosePage, type Page } from './page.ts'

/** Whether a text holds a table of Markdown: a line of bars with a rule of dashes under it. */
export function isMarkdown(text: string): boolean {
  const lines = text.split('\n')
  return lines.some((line, index) => isRule(line) && lines[index - 1]?.includes('|'))
}

function isRule(line: string): boolean {
  if (!/^[\s|:-]+$/.test(line)) return false
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|')
  return cells.every((cell) => /^:?-+:?$/.test(cell.trim()))
}

/** Reads the table of a Markdown document. Throws ChoiceError where it has several. */
export function readMarkdown(text: string, file: string, sheet?: string): Grid {
  const tree = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  const page = choosePage(pagesOf(tree, file), file, 'a Markdown document', sheet)
  return { format: 'a table of Markdown', ...page }
}

function pagesOf(tree: Root, file: string): Page[] {
  const pages: Page[] = []
  let heading = ''
  visit(tree, (node) => {
    if (node.type === 'heading') heading = textOf(node)
    if (node.type !== 'table') return
    const name = heading || `${pages.length + 1}`
    pages.push({ name, headed: true, lines: linesOf(node, file), ...(heading && { title: heading }) })
  })
  return pages
}

function linesOf({ children }: Table, file: string): GridCell[][] {
  return children.map((row) => row.children.map((cell) => cellOf(cell, file)))
}

function cellOf(cell: TableCell, file: string): GridCell {
  const { line = 1, column = 1 } = (cell.children[0] ?? cell).position?.start ?? {}
  return { text: textOf(cell), location: { file, line, column } }
}
