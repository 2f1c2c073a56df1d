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

/** An element among the definitions of an SVG picture, to be written as text or made in a page. */
export interface Definition {
  tag: string
  attributes: Record<string, string>
  children: readonly Definition[]
}

/** A Vega pattern's own: a circle stays one in a box that is no square. */
const PATTERN = { viewBox: '0,0,1,1', width: '100%', height: '100%', preserveAspectRatio: 'xMidYMid slice' }

/** The definitions that a clip or a gradient of a mark needs; the one of the given id is what the mark refers to. */
export function definitionsOf(described: string, id: string): Definition[] {
  return isGradient(described) ? gradientDefinitions(described, id) : clipDefinitions(described, id)
}

function gradientDefinitions(text: string, id: string): Definition[] {
  const { isRadial, at, stops } = readGradient(text)
  const names = isRadial ? ['fx', 'fy', 'fr', 'cx', 'cy', 'r'] : ['x1', 'y1', 'x2', 'y2']
  const places = Object.fromEntries(names.map((name, index) => [name, `${at[index] ?? 0}`]))
  const gradient: Definition = {
    tag: isRadial ? 'radialGradient' : 'linearGradient',
    attributes: { id: isRadial ? `${id}-in` : id, ...places },
    children: stops.map(({ offset, color }) => ({ tag: 'stop', attributes: { offset, 'stop-color': color }, children: [] })),
  }
  if (!isRadial) return [gradient]
  const square = { tag: 'rect', attributes: { width: '1', height: '1', fill: `url(#${id}-in)` }, children: [] }
  return [gradient, { tag: 'pattern', attributes: { id, ...PATTERN }, children: [square] }]
}

/** Of several, each is clipped to the next. */
function clipDefinitions(clip: string, id: string): Definition[] {
  const shapes = clip.split(';')
  return shapes.map((shape, index) => ({
    tag: 'clipPath',
    attributes: {
      id: index === 0 ? id : `${id}-${index}`,
      ...(index < shapes.length - 1 && { 'clip-path': `url(#${id}-${index + 1})` }),
    },
    children: [{ ...clipShape(shape), children: [] }],
  }))
}

function clipShape(shape: string): Omit<Definition, 'children'> {
  if (/^[a-z]/i.test(shape)) return { tag: 'path', attributes: { d: shape } }
  const [x = '', y = '', width = '', height = ''] = shape.split(' ')
  return { tag: 'rect', attributes: { x, y, width, height } }
}
