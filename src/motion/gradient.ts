/** A change of colour along a line or from a centre, as Vega describes it; places are parts of the painted box. */
export interface Gradient {
  gradient: 'linear' | 'radial'
  x1?: number
  y1?: number
  r1?: number
  x2?: number
  y2?: number
  r2?: number
  stops: readonly { offset: number; color: string }[]
}

/** What every gradient of a mark begins with. */
const PREFIX = /^(linear|radial)\(/

/** A gradient as one text, which a mark has in the place of a colour: `linear(0 0 1 0,0 red,1 blue)`. */
export function gradientText(gradient: Gradient): string {
  const { x1, y1, r1, x2, y2, r2 } = gradient
  const isRadial = gradient.gradient === 'radial'
  const at = isRadial ? [x1 ?? 0.5, y1 ?? 0.5, r1 ?? 0, x2 ?? 0.5, y2 ?? 0.5, r2 ?? 0.5] : [x1 ?? 0, y1 ?? 0, x2 ?? 1, y2 ?? 0]
  const stops = gradient.stops.map(({ offset, color }) => `,${Math.round(offset * 1e4) / 1e4} ${color}`)
  return `${isRadial ? 'radial' : 'linear'}(${at.join(' ')}${stops.join('')})`
}

/** Whether a mark's fill or stroke is a gradient. */
export function isGradient(paint: string | undefined): paint is string {
  return paint !== undefined && PREFIX.test(paint)
}

/** The parts of a gradient's text. Stops are set apart by commas that are followed by a number; colours have commas of their own. */
export function readGradient(text: string): { isRadial: boolean; at: number[]; stops: { offset: string; color: string }[] } {
  const inner = text.slice(text.indexOf('(') + 1, -1)
  const [at = '', ...stops] = inner.split(/,(?=[\d.e-]+ [^,]*[a-z#(])/)
  return {
    isRadial: text.startsWith('radial'),
    at: at.split(' ').map(Number),
    stops: stops.map((stop) => ({ offset: stop.slice(0, stop.indexOf(' ')), color: stop.slice(stop.indexOf(' ') + 1) })),
  }
}
