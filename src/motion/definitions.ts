import { isGradient, readGradient } from './gradient.ts'

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
