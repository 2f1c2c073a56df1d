import { type Problem, shown } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import { constraints } from './constraints.ts'
import { types } from './types.ts'

/** A column, in the terms of Frictionless Table Schema. Properties that are not listed here are documentation. */
export interface Field {
  name: string
  /** `string`, `integer` or `number`. */
  type: string
  /** What a number counts, in the plural, for example `dollars`; messages say it. Not part of the standard. */
  unit?: string
  /** What people call it. */
  title?: string
  /** Decimals of its numbers as printed. Not part of the standard. */
  digits?: number
  /** A right value; messages show it. */
  example?: string | number
  constraints?: Readonly<Record<string, unknown>>
}

/** The columns of a table, in any order (`fieldsMatch: equal`). */
export interface TableSchema {
  fields: readonly Field[]
  /** Cells that stand for "no figure"; the empty cell unless given. */
  missingValues?: readonly string[]
}

/** The part of a Frictionless data package that describes its tables. */
export interface DataPackage {
  resources: readonly { path: string; schema: TableSchema }[]
}

/** Finds the schema of a table in its data package and lists what is wrong with it. Problems carry the package's file. */
export function schemaOf(
  { resources }: DataPackage,
  path: string,
  packageFile: string,
): { schema: TableSchema; problems: Problem[] } | { problems: Problem[] } {
  const place = { file: packageFile }
  const resource = resources.find((candidate) => candidate.path === path)
  if (resource) return { schema: resource.schema, problems: resource.schema.fields.flatMap((field) => faults(field, place)) }
  const paths = resources.map((candidate) => candidate.path)
  return { problems: [{ place, message: `found no resource with the path ${shown(path)}; ${suggest(path, paths)}` }] }
}

function faults({ name, type, constraints: rules = {} }: Field, place: { file: string }): Problem[] {
  const messages = Object.keys(rules)
    .filter((rule) => !Object.hasOwn(constraints, rule))
    .map((rule) => `${name}: unknown constraint ${shown(rule)}; ${suggest(rule, Object.keys(constraints))}`)
  if (!Object.hasOwn(types, type)) messages.push(`${name}: unknown type ${shown(type)}; ${suggest(type, Object.keys(types))}`)
  return messages.map((message) => ({ place, message }))
}
