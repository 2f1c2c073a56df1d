import { type Diagnostic, InputError, shown } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import { type ChartColour, chartColours } from './chart-colours.ts'
import { type PageColour, pageColours, type Shades } from './page-colours.ts'

/** What the colours of a story are for. */
const TOKENS: readonly string[] = [...Object.keys(pageColours), ...Object.keys(chartColours)]

/** Colours by what they are for, each as `#rrggbb` on light and on dark paper. */
export type Palette = Readonly<Partial<Record<PageColour | ChartColour, Shades>>>

/**
 * The rules that give a page the colours of its story. Colours that a reader has forced stay as they are.
 * Throws InputError for a name or a colour that is none.
 */
export function paletteRules(palette: Palette | undefined): string {
  const colours = Object.entries(palette ?? {})
  const diagnostics = colours.flatMap(([name, { light, dark }]) => [
    ...checkName(name),
    ...[light, dark].flatMap((colour) => checkColour(name, colour)),
  ])
  if (diagnostics.length > 0) throw new InputError(diagnostics)
  if (colours.length === 0) return ''
  const rules = colours.map(([name, { light, dark }]) => `--${name}:light-dark(${light},${dark})`)
  const sides = ['start', 'end'].filter((side) => `side-${side}` in (palette ?? {}))
  const figures = sides.map((side) => `.side-${side}{--signal:var(--side-${side})}`)
  return `@media (forced-colors:none){:root{${rules.join(';')}}${figures.join('')}}`
}

/** The same for paper, which is white whatever the colour of the screen. */
export function onPaper(palette: Palette | undefined): Palette {
  const { paper: _, ...inks } = palette ?? {}
  return inks
}

function checkName(name: string): Diagnostic[] {
  const isKnown = TOKENS.includes(name)
  return isKnown ? [] : [diagnostic(`unknown colour ${shown(name)}; ${suggest(name, TOKENS)}`)]
}

function checkColour(name: string, colour: string): Diagnostic[] {
  return /^#[0-9a-f]{6}$/i.test(colour) ? [] : [diagnostic(`${name}: found ${shown(colour)}, expected a colour such as #c2410c`)]
}

function diagnostic(message: string): Diagnostic {
  return { location: { file: 'slides/deck.ts' }, message: `palette: ${message}` }
}
