import type { Adjustment, FontFace } from '../story/font.ts'
import { tableOf } from './advances.ts'
import { adjustmentRules, FAMILIES, type ROLES } from './face.ts'
import { machinePackage } from './library.ts'

/** Heights in em, as the font files have them. */
interface Heights {
  ascent: number
  descent: number
  gap: number
}

/** A face that machines have, in the room of one of ours. */
interface StandInFace {
  /** Ours. */
  weight: number
  /** Its names on machines. */
  local: readonly string[]
  /** Mean width of the sample's characters, in em. */
  width: number
}

/** A family that machines have, for as long as ours is on its way, or where it does not come. */
export interface StandIn {
  name: string
  role: (typeof ROLES)[number]
  /** A package of fontsource whose files have its widths, and the weights it has in place of ours. */
  package: string
  weights: Readonly<Record<number, number>>
  faces: readonly StandInFace[]
}

/** What readers see most of while fonts come: names and figures. */
export const SAMPLE =
  'It comes sixth: $83.0 billion in 2023, half as much again as the one before; what is told so far comes to 40 % of the whole'

/** Heights of our families. */
export const OURS: Readonly<Record<StandIn['role'], Heights>> = {
  sans: { ascent: 1.024, descent: 0.4, gap: 0 },
  serif: { ascent: 1.036, descent: 0.335, gap: 0 },
}

/** In the order in which pages ask for them. */
export const STAND_INS: readonly StandIn[] = [
  {
    name: 'Arial',
    role: 'sans',
    package: 'arimo',
    weights: { 400: 400, 600: 700 },
    faces: [
      { weight: 400, local: ['Arial', 'ArialMT', 'Liberation Sans', 'Helvetica'], width: 0.4348 },
      { weight: 600, local: ['Arial Bold', 'Arial-BoldMT', 'Liberation Sans Bold', 'Helvetica Bold'], width: 0.4653 },
    ],
  },
  {
    name: 'Roboto',
    role: 'sans',
    package: 'roboto',
    weights: { 400: 400, 600: 700 },
    faces: [
      { weight: 400, local: ['Roboto', 'Roboto-Regular'], width: 0.4346 },
      { weight: 600, local: ['Roboto Bold', 'Roboto-Bold'], width: 0.4405 },
    ],
  },
  {
    name: 'Georgia',
    role: 'serif',
    package: 'gelasio',
    weights: { 600: 700 },
    faces: [{ weight: 600, local: ['Georgia Bold', 'Georgia-Bold'], width: 0.5 }],
  },
  {
    name: 'Times',
    role: 'serif',
    package: 'tinos',
    weights: { 600: 700 },
    faces: [{ weight: 600, local: ['Times New Roman Bold', 'TimesNewRomanPS-BoldMT', 'Liberation Serif Bold'], width: 0.4151 }],
  },
]

/** The rules that declare the stand-ins of machines under names of their own, which style sheets ask for after ours. */
export function standInRules(): string {
  return STAND_INS.flatMap((standIn) =>
    standIn.faces.map((face) => {
      const family = `${FAMILIES[standIn.role].family} as ${standIn.name}`
      const sources = face.local.map((name) => `local(${JSON.stringify(name)})`)
      return `@font-face{font-family:${JSON.stringify(family)};font-weight:${face.weight};src:${sources.join(',')};${adjustmentRules(adjustmentOf(standIn, face))}}`
    }),
  ).join('')
}

/** The families whose files are there wherever the machine is, to look at pages with. */
const LOOKED_AT = new Set(['Arial', 'Times'])

/** Faces as readers have them while fonts are on their way: in place of the main ones, stand-ins from files, the same on every machine. */
export function withStandIns(faces: readonly FontFace[], base: readonly FontFace[]): FontFace[] {
  const main = new Set(base.map(({ path }) => path))
  const standIns = STAND_INS.filter(({ name }) => LOOKED_AT.has(name)).flatMap((standIn) =>
    standIn.faces.map((face): FontFace => {
      const { path } = machinePackage(standIn.package).set('latin')
      const weight = standIn.weights[face.weight] ?? face.weight
      return {
        family: FAMILIES[standIn.role].family,
        weight: face.weight,
        path: path(weight),
        adjustment: adjustmentOf(standIn, face),
      }
    }),
  )
  return [...faces.filter(({ path }) => !main.has(path)), ...standIns]
}

/** What gives a stand-in the width and the lines of ours. */
function adjustmentOf({ role }: StandIn, { weight, width }: StandInFace): Adjustment {
  const size = meanWidth(FAMILIES[role].family, weight) / width
  return { size, ascent: OURS[role].ascent / size, descent: OURS[role].descent / size, gap: OURS[role].gap / size }
}

/** Mean width of the sample's characters in one of our faces, in em. */
function meanWidth(family: string, weight: number): number {
  const advanceOf = tableOf(family, weight)
  const sum = [...SAMPLE].reduce((total, character) => total + (advanceOf?.(character) ?? 0), 0)
  return sum / SAMPLE.length / 1000
}
