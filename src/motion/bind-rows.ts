import type { Data, Spec } from 'vega'
import { suggest } from '../util/nearest.ts'

/** Puts rows into the named data sets of a chart, in the place of what is there. Names that it does not have are returned, one message each. */
export function bindRows(spec: Spec, data: Readonly<Record<string, readonly object[]>> = {}): string[] {
  const sets = spec.data ?? []
  const names = sets.map(({ name }) => name).filter((name) => !/^(?:source|data)_\d+$/.test(name))
  return Object.entries(data).flatMap(([name, rows]) => {
    const set = sets.find((each) => each.name === name)
    if (!set) return [`has no data set \`${name}\`, to which rows are given; ${suggest(name, names)}`]
    bind(set, rows)
    return []
  })
}

function bind(set: Data, rows: readonly object[]): void {
  const { url: _url, format: _format, ...rest } = set as Data & { url?: unknown; format?: unknown }
  for (const property of Object.keys(set)) Reflect.deleteProperty(set, property)
  Object.assign(set, rest, { values: rows.map((row) => ({ ...row })) })
}
