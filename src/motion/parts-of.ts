/** A part of a specification. */
export type Part = Readonly<Record<string, unknown>>

/** Where rows stand, things that are no part of the chart, and what happens on an event, which never happens here. */
const OTHERS = new Set(['values', 'datasets', 'usermeta', 'on'])

/** Every object and list of a specification at any depth, the outermost first, but for rows. */
export function* partsOf(node: unknown): Generator<Part> {
  if (typeof node !== 'object' || node === null) return
  yield node as Part
  for (const [property, value] of Object.entries(node)) if (!OTHERS.has(property)) yield* partsOf(value)
}
