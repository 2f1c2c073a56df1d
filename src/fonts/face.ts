import { extname } from 'node:path'
import type { Adjustment, FontFace } from '../story/font.ts'

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

const FORMATS: Readonly<Record<string, { type: string; format: string }>> = {
  '.woff2': { type: 'font/woff2', format: 'woff2' },
  '.woff': { type: 'font/woff', format: 'woff' },
  '.ttf': { type: 'font/ttf', format: 'truetype' },
}

/** The rules that declare faces; `addressOf` says where a style sheet finds a file. Of two with one letter the later has it. */
export function fontRules(faces: readonly FontFace[], addressOf: (path: string) => string): string {
  return faces.map((face) => fontRule(face, addressOf(face.path))).join('')
}

/** The descriptors that adjust a face. */
export function adjustmentRules({ size, ascent, descent, gap }: Adjustment): string {
  const share = (value: number) => `${Math.round(value * 1000) / 10}%`
  return `size-adjust:${share(size)};ascent-override:${share(ascent)};descent-override:${share(descent)};line-gap-override:${share(gap)}`
}

function fontRule({ family, weight, path, ranges, adjustment }: FontFace, address: string): string {
  const { format } = formatOf(path)
  const range = ranges === undefined ? '' : `;unicode-range:${ranges}`
  const adjusted = adjustment ? `;${adjustmentRules(adjustment)}` : ''
  return `@font-face{font-family:${JSON.stringify(family)};font-weight:${weight};font-display:swap;src:url(${address}) format("${format}")${range}${adjusted}}`
}

/** What a font file is, by the ending of its name. */
export function formatOf(path: string): { type: string; format: string } {
  return FORMATS[extname(path).toLowerCase()] ?? { type: 'font/otf', format: 'opentype' }
}
