import type { XmlElement } from '@rgrove/parse-xml'
import type { GridCell } from '../grid.ts'
import { type Page, shownOf } from './page.ts'
import type { Parts } from './workbook.ts'
import { attribute, childrenOf, find, nameOf, textWithin } from './xml.ts'

/** So often a cell is repeated at most; more are the empty rest of a row. */
const MOST_REPEATED = 1000

/** The sheets of an ODS workbook, empty rows left out; a cell's line and column are those of the sheet. */
export function odsPages(parts: Parts, file: string): Page[] {
  const sheets = childrenOf(find(parts('content.xml'), 'body', 'spreadsheet'), 'table')
  return sheets.map((sheet) => {
    const rows = hiddenIn(partsOf(sheet, 'row'), 'number-rows-repeated')
    const columns = hiddenIn(partsOf(sheet, 'column'), 'number-columns-repeated')
    return { name: attribute(sheet, 'name') ?? '', ...shownOf(linesOf(sheet, file), rows, columns) }
  })
}

/** Numbers of what is hidden by a filter or by hand. */
function hiddenIn(elements: readonly XmlElement[], repeated: string): Set<number> {
  const hidden = new Set<number>()
  let at = 1
  for (const element of elements) {
    const next = at + Number(attribute(element, repeated) ?? 1)
    const isHidden = /^(?:collapse|filter)$/.test(attribute(element, 'visibility') ?? '')
    for (let number = at; isHidden && number < Math.min(next, at + MOST_REPEATED); number++) hidden.add(number)
    at = next
  }
  return hidden
}

function linesOf(sheet: XmlElement, file: string): GridCell[][] {
  const lines: GridCell[][] = []
  let line = 1
  for (const row of partsOf(sheet, 'row')) {
    const repeated = Number(attribute(row, 'number-rows-repeated') ?? 1)
    const cells = cellsOf(row, file, line)
    const isFull = cells.some(({ text }) => text.trim() !== '')
    for (let again = 0; isFull && again < Math.min(repeated, MOST_REPEATED); again++)
      lines.push(cells.map((cell) => ({ ...cell, location: { ...cell.location, line: line + again } })))
    line += repeated
  }
  return lines
}

/** The rows or columns of a sheet; they lie in groups, too. */
function partsOf(parent: XmlElement, part: 'row' | 'column'): XmlElement[] {
  return childrenOf(parent).flatMap((child) => {
    if (nameOf(child) === `table-${part}`) return [child]
    return [`header-${part}s`, `${part}-group`, `${part}s`].includes(nameOf(child).slice(6)) ? partsOf(child, part) : []
  })
}

function cellsOf(row: XmlElement, file: string, line: number): GridCell[] {
  const cells: GridCell[] = []
  let spanned = { text: '', left: 0 }
  for (const cell of childrenOf(row)) {
    const isCovered = nameOf(cell) === 'covered-table-cell'
    const repeated = Math.min(Number(attribute(cell, 'number-columns-repeated') ?? 1), MOST_REPEATED)
    const content = isCovered && spanned.left > 0 ? { text: spanned.text } : contentOf(cell)
    spanned = isCovered
      ? { ...spanned, left: spanned.left - repeated }
      : { text: content.text, left: Number(attribute(cell, 'number-columns-spanned') ?? 1) - 1 }
    for (let again = 0; again < repeated; again++) cells.push({ ...content, location: { file, line, column: cells.length + 1 } })
  }
  return cells.slice(0, cells.findLastIndex(({ text }) => text.trim() !== '') + 1)
}

function contentOf(cell: XmlElement): Pick<GridCell, 'text' | 'exact'> {
  const value = attribute(cell, 'value') ?? ''
  switch (attribute(cell, 'value-type')) {
    case 'float':
      return { text: value, exact: true }
    case 'percentage':
      return { text: `${Number((Number(value) * 100).toPrecision(15))}%`, exact: true }
    case 'currency':
      return { text: `${attribute(cell, 'currency') ?? ''} ${value}`.trim(), exact: true }
    case 'date':
      return { text: (attribute(cell, 'date-value') ?? '').replace(/T00:00:00(?:\.0+)?Z?$/, '') }
    case 'time':
      return { text: durationOf(attribute(cell, 'time-value') ?? ''), exact: true }
    case 'boolean':
      return { text: attribute(cell, 'boolean-value') ?? '' }
    default:
      return {
        text: childrenOf(cell, 'p')
          .map((paragraph) => textOf(paragraph))
          .join('\n'),
      }
  }
}

/** Spaces that are repeated have an element of their own. */
function textOf(paragraph: XmlElement): string {
  return textWithin(paragraph, 'annotation', 'note').replace(/\s+/g, ' ')
}

/** `PT02H01M09S` is `2:01:09`. */
function durationOf(iso: string): string {
  const [, hours = '0', minutes = '0', seconds = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(iso) ?? []
  const two = (text: string) => (Number(text) < 10 ? `0${Number(text)}` : `${Number(text)}`)
  return `${Number(hours)}:${two(minutes)}:${two(seconds)}`
}
