import type { TopLevelSpec } from 'vega-lite'
import { suggest } from '../util/nearest.ts'
import type { SceneMark } from './scenegraph.ts'

/**
 * Finds fields that no row has. Vega draws those as nothing, as zero or as the word `undefined`, often without a warning.
 */
export interface FieldCheck {
  /** Learns the fields of the rows behind a mark, calculated ones included. */
  visit(mark: SceneMark): void
  /** One message per unknown field, after all steps were visited. */
  problems(): string[]
}

type Json = Readonly<Record<string, unknown>>

/** The rows of axes, legends and headers are Vega's own: `datum.value` there is a tick's. */
const GUIDES = new Set(['axis', 'legend', 'header'])

/** Starts a check over all steps of one chart. */
export function createFieldCheck(chart: TopLevelSpec): FieldCheck {
  const used = new Map<string, string>()
  const known = new Set<string>()
  collect(chart as unknown as Json, '', used, known)
  return {
    visit({ items }) {
      for (const item of items) learn(item.datum, known)
    },
    problems: () =>
      [...used]
        .filter(([field]) => !known.has(field))
        .map(
          ([field, mark]) =>
            `${mark === '' ? '' : `mark \`${mark}\`: `}no row has the field \`${field}\`; ${suggest(field, known)}`,
        ),
  }
}

function learn(row: unknown, known: Set<string>): void {
  if (typeof row === 'object' && row !== null) for (const field of Object.keys(row)) known.add(field)
}

/** Walks a specification for the fields it uses, by the name of the nearest mark, and for those it has or makes. */
function collect(node: Json, name: string, used: Map<string, string>, known: Set<string>): void {
  const mark = typeof node.name === 'string' ? node.name : name
  const use = (field: string) => used.set(field, used.get(field) ?? mark)
  for (const [property, value] of Object.entries(node)) {
    if (property === 'values' || property === 'datasets') learnAll(value, known)
    else if (GUIDES.has(property)) continue
    else if (property === 'as') for (const made of [value].flat()) known.add(String(made))
    else if (property === 'field' && typeof value === 'string') use(firstPart(value))
    else if (typeof value === 'string') for (const field of fieldsInExpression(value)) use(field)
    else if (typeof value === 'object' && value !== null) collect(value as Json, mark, used, known)
  }
}

/** Every object at any depth counts as a row, so that maps and named data sets need no rules of their own. */
function learnAll(value: unknown, known: Set<string>): void {
  if (!Array.isArray(value)) {
    learn(value, known)
    if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) if (Array.isArray(inner)) learnAll(inner, known)
    return
  }
  for (const row of value) learn(row, known)
}

/** `datum.height`, `datum['height']` */
function fieldsInExpression(expression: string): string[] {
  const found = expression.matchAll(/\bdatum(?:\.([A-Za-z_$][\w$]*)|\[(['"])(.+?)\2\])/g)
  return [...found].map(([, plain, , quoted]) => plain ?? quoted ?? '')
}

/** The outermost name of a path such as `properties.name` or `stock['open']`; an escaped dot belongs to the name. */
function firstPart(path: string): string {
  const [part = ''] = /^(?:\\.|[^.[\\])+/.exec(path) ?? [path]
  return part.replace(/\\(.)/g, '$1')
}
