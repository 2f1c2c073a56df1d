import * as vega from 'vega'
import { suggest } from '../nearest.ts'
import type { SceneMark } from './scenegraph.ts'
import type { SpecMark } from './vegaSpec.ts'

const { field } = vega as unknown as { field(path: string): (row: unknown) => unknown }

/** Finds fields that no row has: Vega draws those as nothing, or as the word `undefined`, often without a warning. */
export interface FieldCheck {
  visit(mark: SceneMark, spec: SpecMark): void
  /** One message per unknown field, after all steps were visited. */
  problems(): string[]
}

interface Use {
  seen: boolean
  rows: boolean
  known: Set<string>
}

/** Starts a check over all steps of one chart. */
export function createFieldCheck(): FieldCheck {
  const uses = new Map<SpecMark, Map<string, Use>>()
  return {
    visit(mark, spec) {
      const fields =
        uses.get(spec) ?? new Map(fieldsOf(spec).map((name) => [name, { seen: false, rows: false, known: new Set<string>() }]))
      uses.set(spec, fields)
      for (const [name, use] of fields) if (!use.seen) look(mark, name, use)
    },
    problems: () => [...uses].flatMap(([spec, fields]) => [...fields].flatMap(([name, use]) => describe(spec, name, use))),
  }
}

function look(mark: SceneMark, name: string, use: Use): void {
  const value = field(name)
  for (const { datum } of mark.items) {
    if (!datum) continue
    use.rows = true
    if (value(datum) !== undefined) {
      use.seen = true
      return
    }
    for (const known of Object.keys(datum)) use.known.add(known)
  }
}

function describe({ name: mark = '' }: SpecMark, name: string, use: Use): string[] {
  if (use.seen || !use.rows) return []
  return [`mark \`${mark.replace(/_marks$/, '')}\`: no row has the field \`${name}\`; ${suggest(name, use.known)}`]
}

/** The fields a mark is drawn from: those named by its channels, and those its text is put together from. */
function fieldsOf(spec: SpecMark): string[] {
  const found = new Set<string>()
  const { description: _, ...channels } = spec.encode?.update ?? {}
  for (const entry of Object.values(channels).flat()) {
    const { field: name, signal } = (entry ?? {}) as { field?: unknown; signal?: unknown }
    if (typeof name === 'string') found.add(name)
    if (typeof signal === 'string')
      for (const [, quoted] of signal.matchAll(/\bdatum\["((?:[^"\\]|\\.)+)"\]/g)) if (quoted) found.add(quoted)
  }
  return [...found]
}
