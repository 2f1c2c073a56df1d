/** What text of the story is set in. */
export type Role = 'sans' | 'serif' | 'mono' | 'math'

/** The families that a story is set in, by role: their package, and the weights that style sheets use. */
export const FAMILIES = {
  sans: { family: 'Source Sans 3', package: 'source-sans-3', weights: [400, 600] },
  serif: { family: 'Source Serif 4', package: 'source-serif-4', weights: [600] },
  mono: { family: 'Source Code Pro', package: 'source-code-pro', weights: [400] },
  math: { family: 'Noto Sans Math', package: 'noto-sans-math', weights: [400] },
} as const satisfies Readonly<Record<Role, { family: string; package: string; weights: readonly number[] }>>

/** The roles that every story has, in the order in which their faces are declared. */
export const ROLES = ['serif', 'sans'] as const satisfies readonly Role[]

/** The weight among some that is nearest to the wanted one; of two as near, the heavier. */
export function nearestWeight(weights: readonly number[], wanted: number): number {
  const byDistance = weights.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || b - a)
  return byDistance[0] ?? wanted
}
