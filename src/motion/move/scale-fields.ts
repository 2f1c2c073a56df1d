import type { Spec } from 'vega'
import { remember } from '../../util/remember.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * The fields that marks place on a scale, each by the name that the data have for it: the mean of `price` and the end of its bar in
 * a stack are both `price`; in a stack of shares they are another thing.
 */
export function fieldsOn(spec: Spec, scale: string): string[] {
  const ofSpec = remember(known, spec, () => new Map<string, string[]>())
  return remember(ofSpec, scale, () => findFields(spec, scale))
}

/** Asked for at every step of a chart, whose specification stays. */
const known = new WeakMap<Spec, Map<string, string[]>>()

function findFields(spec: Spec, scale: string): string[] {
  const sources = new Map<string, string>()
  const fields = new Set<string>()
  visit(spec as unknown as Json, (node) => {
    noteSources(node, sources)
    if (node.scale === scale && typeof node.field === 'string') fields.add(node.field)
  })
  return [...new Set([...fields].map((field) => sourceOf(field, sources)))]
}

function visit(node: unknown, see: (node: Json) => void): void {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) see(node as Json)
  for (const [name, value] of Object.entries(node)) if (name !== 'values') visit(value, see)
}

/** Learns what a transform makes, and of what. */
function noteSources({ type, field, fields, as, offset }: Json, sources: Map<string, string>): void {
  if (typeof type !== 'string' || as === undefined) return
  const made = [as].flat().map(String)
  const from = type === 'aggregate' ? [fields ?? []].flat() : [field ?? fields ?? []].flat()
  made.forEach((name, index) => {
    const source = from[type === 'aggregate' ? index : 0]
    if (typeof source === 'string' && source !== name) sources.set(name, offset === 'normalize' ? `share of ${source}` : source)
  })
}

function sourceOf(field: string, sources: ReadonlyMap<string, string>, depth = 0): string {
  const source = sources.get(field)
  return source === undefined || depth > 9 ? field : sourceOf(source, sources, depth + 1)
}
