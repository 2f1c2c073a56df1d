import { alternative, type Element, idOf } from '../elements.ts'
import type { PdfFile } from '../file.ts'
import { type Grid, tableAttribute } from '../table-grid.ts'
import type { PdfValue } from '../values.ts'
import { rule, type UaRule, unless } from './document.ts'

/** The structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure
Formula Form`.split(/\s+/),
)

/** The structure tree, but for what is within tables. */
export const STRUCTURE_RULES: readonly UaRule[] = [
  rule('7.1-11', 'a structure tree', ({ file, elements }) =>
    unless(file.catalog.has('StructTreeRoot') && elements.length > 0, 'none'),
  ),
  rule('7.1-5 7.1-6 7.1-7', 'types of PDF 1.7, and none that stand for others', ({ file, elements }) => [
    ...unless(!file.dictionary(file.catalog.get('StructTreeRoot')).has('RoleMap'), 'a map of types'),
    ...elements.map(({ type }) => type).filter((type) => !STANDARD.has(type)),
  ]),
  rule('7.1-12', 'that each element names the one that holds it', ({ file, elements }) =>
    elements.flatMap(({ type, entries, parent }) => {
      const holder = parent ? parent.reference.id : idOf(file.catalog.get('StructTreeRoot'))
      return unless(idOf(entries.get('P')) === holder, `a ${type} that does not`)
    }),
  ),
  holding('7.2-3', 'Table', 'TR THead TBody TFoot Caption'),
  holding('7.2-10', 'TR', 'TH TD'),
  holding('7.2-36', 'THead', 'TR'),
  holding('7.2-37', 'TBody', 'TR'),
  holding('7.2-38', 'TFoot', 'TR'),
  holding('7.2-19', 'L', 'L LI Caption'),
  holding('7.2-20', 'LI', 'Lbl LBody'),
  holding('7.2-27', 'TOC', 'TOC TOCI Caption'),
  within('7.2-4', 'TR', 'Table THead TBody TFoot'),
  within('7.2-5', 'THead', 'Table'),
  within('7.2-6', 'TBody', 'Table'),
  within('7.2-7', 'TFoot', 'Table'),
  within('7.2-8', 'TH', 'TR'),
  within('7.2-9', 'TD', 'TR'),
  within('7.2-17', 'LI', 'L'),
  within('7.2-18', 'LBody', 'LI'),
  within('7.2-26', 'TOCI', 'TOC'),
  captionFirst('7.2-40', 'L'),
  captionFirst('7.2-28', 'TOC'),
  rule('7.3-1 7.7-1', 'figures and formulas to have a text', ({ ofType }) =>
    [...ofType('Figure'), ...ofType('Formula')].flatMap((figure) =>
      unless(Boolean(alternative(figure)) || figure.entries.has('ActualText'), `a ${figure.type} that has none`),
    ),
  ),
  rule('7.4.2-1', 'headings that begin with H1 and skip no level', ({ elements }) => {
    const levels = elements.map(({ type }) => Number(/^H([1-6])$/.exec(type)?.[1] ?? 0)).filter((level) => level > 0)
    return levels.flatMap((level, index) =>
      unless(level <= (levels[index - 1] ?? 0) + 1, `H${level} after H${levels[index - 1] ?? 0}`),
    )
  }),
  rule('7.4.4-1 7.4.4-2 7.4.4-3', 'headings that have levels', ({ ofType }) => ofType('H').map(() => 'an H')),
  rule('7.9-1 7.9-2', 'notes to have names of their own', ({ ofType }) => {
    const names = ofType('Note').map(({ entries }) => entries.get('ID'))
    return unless(!names.includes(undefined) && new Set(names).size === names.length, 'some that have not')
  }),
  rule('7.18.4-2', 'no element for a form to fill in', ({ ofType }) => ofType('Form').map(() => 'one')),
]

/** An element may hold elements of some types, separated by spaces, and nothing else. */
function holding(test: string, type: string, kids: string): UaRule {
  const known = kids.split(' ')
  return rule(test, `a ${type} to hold only ${known.join(', ')}`, ({ ofType }) =>
    ofType(type).flatMap((element) => [
      ...kidsOf(element).filter((kid) => !known.includes(kid)),
      ...unless(!element.kids.some(({ kind }) => kind !== 'element'), 'content of its own'),
    ]),
  )
}

/** An element must be in one of some types. */
function within(test: string, type: string, parents: string): UaRule {
  const known = parents.split(' ')
  return rule(test, `a ${type} to be in ${known.join(', ')}`, ({ ofType }) =>
    ofType(type).flatMap(({ parent }) => unless(known.includes(parent?.type ?? ''), `one in ${parent?.type}`)),
  )
}

function captionFirst(test: string, type: string): UaRule {
  return rule(test, `the caption of a ${type} to come first`, ({ ofType }) =>
    ofType(type).flatMap((list) => unless(!kidsOf(list).slice(1).includes('Caption'), 'one after others')),
  )
}

/** The types of the elements in an element. */
function kidsOf({ kids }: Element): string[] {
  return kids.flatMap((kid) => (kid.kind === 'element' ? [kid.element.type] : []))
}

/** Tables: their parts, that their cells make a grid, and that each cell finds its heads. */
export const TABLE_RULES: readonly UaRule[] = [
  once('7.2-11', 'THead'),
  once('7.2-12', 'TFoot'),
  once('7.2-39', 'Caption'),
  rule('7.2-13 7.2-14', 'a table with head or foot to have a body', ({ ofType }) =>
    ofType('Table').flatMap((table) => {
      const kids = kidsOf(table)
      return unless(kids.includes('TBody') || !(kids.includes('THead') || kids.includes('TFoot')), 'one without')
    }),
  ),
  rule('7.2-16', 'the caption of a table to come first or last', ({ ofType }) =>
    ofType('Table').flatMap((table) => unless(!kidsOf(table).slice(1, -1).includes('Caption'), 'one between others')),
  ),
  rule('7.2-15', 'cells that do not overlap', ({ grids }) =>
    grids.flatMap(({ overlaps }) => unless(overlaps === 0, `${overlaps} that do`)),
  ),
  rule('7.2-41 7.2-42 7.2-43', 'rows of as many columns, and columns of as many rows', ({ grids }) =>
    grids.flatMap(({ rows, elements, width }) => [
      ...unless(rows.length === elements.length, `${rows.length} rows for ${elements.length}`),
      ...rows.flatMap((row) =>
        unless(
          row.length === width && !Array.from(row).includes(undefined),
          `a row of ${row.filter(Boolean).length} columns, not ${width}`,
        ),
      ),
    ]),
  ),
  rule('7.5-1', 'cells to name heads that there are', (document) => {
    const names = new Set(document.ofType('TH').map(({ entries }) => entries.get('ID') ?? null))
    return document.ofType('TD').flatMap((cell) =>
      unless(
        headersOf(document.file, cell).every((name) => names.has(name)),
        'a cell that does not',
      ),
    )
  }),
  rule('7.5-2', 'each cell to have a head, by name or by the scope of the heads in its row and column', ({ file, grids }) =>
    grids.flatMap((grid) => withoutHead(file, grid)),
  ),
]

function once(test: string, type: string): UaRule {
  return rule(test, `a table to have one ${type} at most`, ({ ofType }) =>
    ofType('Table').flatMap((table) => {
      const count = kidsOf(table).filter((kid) => kid === type).length
      return unless(count <= 1, String(count))
    }),
  )
}

/** Cells without a head, in a table that has heads. */
function withoutHead(file: PdfFile, { rows }: Grid): string[] {
  if (!rows.flat().some((cell) => cell?.type === 'TH')) return []
  const scopes = rows.map((row) =>
    Array.from(row, (cell) => (cell?.type === 'TH' ? file.name(tableAttribute(file, cell, 'Scope')) : undefined)),
  )
  return rows.flatMap((row, y) =>
    row.flatMap((cell, x) => {
      if (cell?.type !== 'TD' || headersOf(file, cell).length > 0) return []
      const column = scopes.slice(0, y).map((above) => above[x])
      const heads = [...(scopes[y] ?? []).filter((scope) => scope !== 'Column'), ...column.filter((scope) => scope !== 'Row')]
      return unless(
        heads.some((scope) => scope !== undefined),
        'a cell without',
      )
    }),
  )
}

function headersOf(file: PdfFile, cell: Element): PdfValue[] {
  return file.array(tableAttribute(file, cell, 'Headers')).map((name) => file.resolve(name))
}
