import { expressionFunction } from 'vega'
import { chartColours } from '../story/chart-colours.ts'
import type { Mark } from '../story/mark.ts'
import { pageColours, type Shades } from '../story/page-colours.ts'

/** The page's own colours, as they are on light and on dark paper; a chart that brings its paper along cannot change with the page's. */
const COLOURS: Readonly<Record<string, Shades>> = { ...pageColours, ...chartColours }

/** Paper of less luminance than this is dark: black and white ink are seen on it equally well. */
const DARK = 0.18

const luminance = (expressionFunction as unknown as (name: string) => (color: string) => number)('luminance')

/** Whether a chart brings a paper of its own along. */
export function isPaper(background: string | undefined): background is string {
  return background !== undefined && background !== '' && background !== 'transparent' && background !== 'none'
}

/** A mark in colours that are seen on a paper, whatever the page's is. */
export function onPaper(mark: Mark, paper: string): Mark {
  const shade = luminance(paper) < DARK ? 'dark' : 'light'
  const plain = (paint: string) =>
    paint.replace(/var\(--([a-z\d-]+)\)/g, (whole, name: string) => COLOURS[name]?.[shade] ?? whole)
  const { fill, stroke } = mark
  return { ...mark, ...(fill !== undefined && { fill: plain(fill) }), ...(stroke !== undefined && { stroke: plain(stroke) }) }
}
