import { type Spec, splitAccessPath } from 'vega'
import type { ChartSpec } from '../story/slide-chart.ts'
import { suggest } from '../util/nearest.ts'
import type { SceneMark } from './scenegraph.ts'
import { isVega } from './vegaSpec.ts'

/**
 * Finds fields that no row has. Vega draws those as nothing, as zero or as the word `undefined`, often without a warning.
 */
export interface FieldCheck {
  /** Learns the fields of the rows behind a mark, calculated ones included. */
  visit(mark: SceneMark): void
  /** One message per unknown field, after all steps were visited. */
  diagnostics(): string[]
}

type Json = Readonly<Record<string, unknown>>

/** The rows of axes, legends and headers are Vega's own: `datum.value` there is a tick's. A config speaks of all charts. */
const OF_OTHERS = new Set(['axis', 'legend', 'header', 'config', 'axes', 'legends', 'title', 'signals', 'usermeta'])

/** Fields that transforms make where their author names none. */
const MADE = words('key value data count __count prob density index layer bin0 bin1 id type geometry properties unit0 unit1')

/** The same of transforms that only Vega has, and the fields of its own items, which may be data there. */
const MADE_BY_VEGA = [
  ...words('x y x0 x1 x2 xc y0 y1 y2 yc bin mark r depth children parent startAngle endAngle path angle text longitude latitude'),
  ...words('vx vy fx fy source target rank grid contour datum bounds fontSize fontWeight fontStyle font width height size fill'),
  ...words('stroke opacity'),
]

function words(list: string): string[] {
  return list.split(' ')
}

/** Starts a check over all steps of one chart; `data` are the data sets of what it was compiled to, whose rows stand in them. */
export function createFieldCheck(chart: ChartSpec, data: Spec['data'] = []): FieldCheck {
  const used = new Map<string, string>()
  const known = new Set<string>()
  const made = new Set(isVega(chart) ? [...MADE, ...MADE_BY_VEGA] : MADE)
  collect(chart as unknown as Json, { kind: 'mark', name: '' }, used, known)
  const forget = () => {
    for (const field of used.keys()) if (known.has(field) || made.has(field) || isMade(field, known)) used.delete(field)
  }
  forget()
  if (used.size > 0) for (const set of data) if ('values' in set) learnAll(set.values, known)
  forget()
  // Vega writes what it makes into the same rows.
  const written = [...known]
  return {
    visit({ items }) {
      if (used.size === 0) return
      for (const item of items) learn(item.datum, known)
      forget()
    },
    diagnostics() {
      if (used.size > 0 && known.size === 0) return [noRows([...used.keys()])]
      return [...used].map(([field, place]) => {
        const others = [...known].filter((name) => !isGenerated(name, [...written, field]))
        const dotted = others.find((name) => name.startsWith(`${field}.`))
        const advice =
          dotted === undefined ? suggest(field, others) : `a dot in a name is written "${dotted.replaceAll('.', '\\\\.')}"`
        return `${place}no row has the field \`${field}\`; ${advice}`
      })
    },
  }
}

function noRows(fields: readonly string[]): string {
  const named = fields.map((field) => `\`${field}\``).join(', ')
  return `its data has no rows, expected some with ${named}; fill \`values\`, check its file, or give rows to the data that it names`
}

/** What an aggregate makes of a field where its author gives it no name. */
const AGGREGATE =
  /^(?:count|valid|missing|distinct|sum|product|mean|average|variancep?|stdevp?|stderr|median|q1|q3|ci0|ci1|min|max|argmin|argmax|values|bin|year|quarter|month|week|day|date|hours|minutes|seconds|utc\w+)_(.+)$/

/** Whether Vega-Lite has made a name of one of these fields, such as `sum_x_end` of `x`: its author cannot mean it. */
function isGenerated(name: string, fields: readonly string[]): boolean {
  if (fields.includes(name)) return false
  return /^(?:_|(?:concat|layer|child|repeat)_)/.test(name) || fields.some((field) => `_${name}_`.includes(`_${field}_`))
}

/** Bins that are called `bin` end at `bin_end`; what a transform makes of a field is called after both. */
function isMade(field: string, known: ReadonlySet<string>): boolean {
  return field === '*' || known.has(field.replace(/_(?:end|start|mid|range)$/, '')) || isAggregate(field, known)
}

function isAggregate(field: string, known: ReadonlySet<string>): boolean {
  const [, source] = AGGREGATE.exec(field) ?? []
  return source !== undefined && known.has(source)
}

/** What rows are grouped by is there even where no row has it, without a value. */
function learn(row: unknown, known: Set<string>): void {
  if (typeof row !== 'object' || row === null) return
  for (const [field, value] of Object.entries(row)) if (value !== undefined) known.add(field)
}

/** What a specification calls the parts that have names, where these are no marks. */
const KINDS: Readonly<Record<string, string>> = { scales: 'scale', projections: 'projection', data: 'data set', marks: 'mark' }

/** Where a field is used: the nearest part with a name, in words before a message. */
interface Part {
  kind: string
  name: string
}

/** Walks a specification for the fields it uses, each with its part, and for those it has or makes. */
function collect(node: Json, around: Part, used: Map<string, string>, known: Set<string>): void {
  const part = typeof node.name === 'string' ? { ...around, name: `${around.kind} \`${node.name}\`: ` } : around
  const use = (field: string) => used.set(field, used.get(field) ?? part.name)
  for (const [property, value] of Object.entries(node)) {
    if (property === 'values' || property === 'datasets') learnAll(value, known)
    else if (OF_OTHERS.has(property)) continue
    else if (property === 'as') for (const made of [value].flat()) known.add(String(made))
    // What is looked up in a selection has its name.
    else if (property === 'from' && typeof Object(value).param === 'string') known.add(Object(value).param)
    else if (property === 'field' && typeof value === 'string') use(splitAccessPath(value)[0] ?? value)
    else if (typeof value === 'string') for (const field of fieldsInExpression(value)) use(field)
    else if (typeof value === 'object' && value !== null)
      collect(value as Json, { ...part, kind: KINDS[property] ?? part.kind }, used, known)
  }
}

/** Every object at any depth counts as a row, so that maps and named data sets need no rules of their own. */
function learnAll(value: unknown, known: Set<string>): void {
  if (!Array.isArray(value)) {
    // What outlines are made of is nobody's field.
    if (Object(value).type === 'Topology') return
    learn(value, known)
    if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) if (Array.isArray(inner)) learnAll(inner, known)
    return
  }
  for (const row of value) learn(row, known)
}

/** `datum.height`, `datum['height']`, unless its author asks whether it is there: `isNumber(datum.height)` */
function fieldsInExpression(expression: string): string[] {
  const found = expression.matchAll(/\bdatum(?:\.([A-Za-z_$][\w$]*)|\[(['"])(.+?)\2\])/g)
  const names = [...found].map(([, plain, , quoted]) => plain ?? quoted ?? '')
  return names.filter((name) => !new RegExp(`\\bis[A-Z]\\w+\\(datum\\.${name}\\)`).test(expression))
}
