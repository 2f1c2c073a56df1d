import type { CellLocation } from '../cells.ts'
import { type Grid, type GridCell, MOST_COLUMNS, trimmed, unreadable } from '../grid.ts'
import { type Located, locateJson } from './located-json.ts'

type JsonObject = Extract<Located, { kind: 'object' }>
type JsonList = Extract<Located, { kind: 'list' }>

const isObject = (value: Located): value is JsonObject => value.kind === 'object'
const isList = (value: Located): value is JsonList => value.kind === 'list'
const isScalar = ({ kind }: Located) => kind === 'scalar'

/** Reads JSON: a list of objects, a list of lists, an object of rows or of columns, or any of these within an object. */
export function readJson(text: string, file: string): Grid {
  const read = locateJson(text, file)
  if ('diagnostics' in read) return unreadable(read.diagnostics)
  return gridOf(read.value, 'JSON') ?? unreadable([noRows(read.value)])
}

/** Reads JSON lines: a value on each line. */
export function readJsonLines(text: string, file: string): Grid {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line, number: index + 1 }))
  const read = lines.filter(({ line }) => line.trim() !== '').map(({ line, number }) => locateJson(line, file, number))
  const diagnostics = read.flatMap((each) => ('diagnostics' in each ? each.diagnostics : []))
  if (diagnostics.length > 0) return unreadable(diagnostics)
  const items = read.flatMap((each) => ('value' in each ? [each.value] : []))
  const [first] = items
  const list: Located = { kind: 'list', location: first?.location ?? { file, line: 1, column: 1 }, items }
  return gridOf(list, 'JSON lines') ?? unreadable([noRows(list)])
}

/** Whether a text is no JSON as a whole, but its first line is. */
export function isJsonLines(text: string): boolean {
  const [first = '', second] = text.trim().split(/\r?\n\s*/)
  if (second === undefined || !/^[{[].*[}\]]\s*$/.test(first)) return false
  try {
    JSON.parse(first)
    return /^[{[]/.test(second)
  } catch {
    return false
  }
}

function noRows({ location }: Located) {
  const message = 'found no list of rows, expected an array of objects, or an object with one as `data`, `records` or `rows`'
  return { location, message }
}

function gridOf(value: Located, format: string): Grid | undefined {
  const found = isList(value) ? ofList(value) : ofObject(value as JsonObject)
  return found && { format, ...found }
}

type Lines = Omit<Grid, 'format'>

function ofList({ items }: JsonList): Lines | undefined {
  const lists = items.filter(isList)
  // Some services put what they say of the rows before the list of rows.
  const inner = lists.find((list) => list.items.some(isObject))
  if (inner && lists.length < items.length) return ofList(inner)
  if (items.length > 0 && lists.length === items.length) return { lines: lists.map(cellsOf) }
  const others = items.filter((item) => !isObject(item))
  const diagnostics = others.map(({ location }) => ({
    location,
    message: 'found a row that is no object, expected {"name": …, "value": …}',
  }))
  return { ...ofRows(items.filter(isObject).map(flat)), diagnostics }
}

function cellsOf({ items }: JsonList): GridCell[] {
  return items.map(cellOf)
}

/** What is no scalar leaves its cell empty. */
function cellOf(value: Located): GridCell {
  const { location } = value
  return value.kind === 'scalar' ? { text: value.text, location, ...(value.exact && { exact: true }) } : { text: '', location }
}

/** A member of a row: its key, with those of the objects that it lies in. */
interface Member {
  path: readonly string[]
  location: CellLocation
  cell: GridCell
}

/** The scalars of an object and of the objects within it; lists are left out. */
function flat(row: JsonObject): { location: CellLocation; members: Member[] } {
  const members = row.entries.flatMap(({ key, location, value }): Member[] => {
    if (isObject(value)) return flat(value).members.map((member) => ({ ...member, path: [trimmed(key), ...member.path] }))
    return isList(value) ? [] : [{ path: [trimmed(key)], location, cell: cellOf(value) }]
  })
  return { location: row.location, members }
}

/** Rows with keys as lines under a head; a key within another object is called by its own name where no other has it. */
function ofRows(rows: readonly { location: CellLocation; members: readonly Member[] }[]): Lines {
  const keys = new Map<string, Member>()
  const keyed = rows.map(({ location, members }) => {
    const cells = new Map(members.map((member) => [member.path.join('.'), member]))
    for (const [key, member] of cells) if (!keys.has(key)) keys.set(key, member)
    return { location, cells }
  })
  const last = ({ path }: Member) => path.at(-1) ?? ''
  const alike = Map.groupBy(keys.values(), last)
  const head = [...keys].map(([key, member]): GridCell => {
    const isOnly = alike.get(last(member))?.length === 1
    // `{"length": {"type": …, "value": …}}` is a length, and `{"title": {"en": …}}` a title.
    const owner = /^(?:value|en|de)$/.test(last(member)) ? (member.path.at(-2) ?? '') : ''
    const isOwn = owner !== '' && !alike.has(owner)
    return { text: isOwn ? owner : isOnly ? last(member) : key, location: member.location }
  })
  // So many columns are refused by whoever reads on; each row would have a cell for each.
  if (head.length > MOST_COLUMNS) return { lines: [head] }
  const lines = keyed.map(({ location, cells }) => [...keys.keys()].map((key) => cells.get(key)?.cell ?? { text: '', location }))
  return { headed: true, lines: [head, ...lines] }
}

const HEADS = ['columns', 'fields', 'header', 'headers', 'names']

function ofObject(value: JsonObject): Lines | undefined {
  const values = value.entries.map((entry) => entry.value)
  const lists = values.filter(isList)
  const head = value.entries.find(({ key, value }) => HEADS.includes(key) && isList(value) && value.items.every(isScalar))?.value
  const body = lists.find(({ items }) => items.length > 0 && items.every(isList))
  if (head && isList(head) && body) return { headed: true, lines: [head, ...body.items.filter(isList)].map(cellsOf) }
  const rows = lists.filter(({ items }) => items.some((item) => isObject(item) || isList(item)))
  const longest = rows.sort((a, b) => b.items.length - a.items.length)[0]
  if (longest) return ofList(longest)
  const far = values.map(rowsWithin).filter((list) => list !== undefined)
  if (far[0] && far.length === 1) return ofList(far[0])
  const [first] = lists
  if (first && lists.length === values.length && lists.length > 1) return ofColumns(value, first.items.length)
  if (values.length > 1 && values.every(isNumbered)) return ofObject({ ...value, entries: value.entries.map(listed) })
  const deeper = values
    .filter(isObject)
    .map(ofObject)
    .filter((lines) => lines !== undefined)
  // Rows stand in one of the objects; what is in all of them is a part of each row.
  if (deeper[0] && deeper.length === 1 && values.length > 1) return deeper[0]
  const isMap = values.length > 1 && (values.every(isObject) || (values.every(isScalar) && value.entries.some(hasNumber)))
  if (isMap) return ofMap(value)
  return deeper[0]
}

/** The longest list of rows within an object, however deep. */
function rowsWithin(value: Located): JsonList | undefined {
  if (isList(value)) return value.items.length > 1 && value.items.every(isObject) ? value : undefined
  if (!isObject(value)) return undefined
  const found = value.entries.map((entry) => rowsWithin(entry.value)).filter((list) => list !== undefined)
  return found.sort((a, b) => b.items.length - a.items.length)[0]
}

/** `{"0": …, "1": …}`, as pandas writes a column. */
const isNumbered = (value: Located) => isObject(value) && value.entries.every(({ key }, index) => key === String(index))

/** The same as a list. */
function listed<Entry extends { value: Located }>(entry: Entry): Entry {
  const items = isObject(entry.value) ? entry.value.entries.map(({ value }) => value) : []
  return { ...entry, value: { kind: 'list', location: entry.value.location, items } }
}

const hasNumber = ({ value }: { value: Located }) => value.kind === 'scalar' && /\d/.test(value.text)

/** `{"name": […], "value": […]}`. */
function ofColumns({ entries }: JsonObject, count: number): Lines {
  const columns = entries.map(({ value }) => (isList(value) ? cellsOf(value) : []))
  const head = entries.map(({ key, location }) => ({ text: key, location }))
  const lines = Array.from({ length: count }, (_, row) =>
    columns.map(
      (cells, column) => cells[row] ?? { text: '', location: head[column]?.location ?? { file: '', line: 1, column: 1 } },
    ),
  )
  return { headed: true, lines: [head, ...lines] }
}

/** `{"A": 5, "B": 3}` and `{"A": {…}, "B": {…}}`: the keys are the names. */
function ofMap({ entries }: JsonObject): Lines {
  const rows = entries.map(({ key, location, value }) => {
    const name: Member = { path: ['name'], location, cell: { text: key, location } }
    const rest = isObject(value) ? flat(value).members : [{ path: ['value'], location: value.location, cell: cellOf(value) }]
    return { location, members: [name, ...rest] }
  })
  return ofRows(rows)
}
