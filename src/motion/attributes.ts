import type { Mark } from '../story/mark.ts'
import { isGradient } from './definitions.ts'

/** A mark as an SVG element: presentation attributes only, so that it holds under a policy that forbids inline style. */
export interface SvgElement {
  tag: 'rect' | 'line' | 'path' | 'text' | 'image'
  attributes: Record<string, string>
  /** What a text element says. */
  text?: string
}

/** Attributes and the properties that they come from, `attribute=property` where these have different names, in the order in which they are written. */
const named = (table: string) => table.split(' ').map((entry) => entry.split('=') as [attribute: string, property?: string])

const ELEMENTS = {
  rect: ['rect', named('x y width height rx=radius')],
  rule: ['line', named('x1=x y1=y x2 y2')],
  path: ['path', named('d')],
  text: ['text', named('x y font-size=size font-family=family font-weight=weight font-style=italic text-anchor=anchor')],
  image: ['image', named('x y width height href preserveAspectRatio=stretched image-rendering=pixelated')],
} as const

const PAINT = named(
  'stroke stroke-width=strokeWidth stroke-dasharray=strokeDash stroke-dashoffset=strokeDashOffset stroke-miterlimit=strokeMiter ' +
    'stroke-linecap=strokeCap stroke-linejoin=strokeJoin opacity fill-opacity=fillOpacity stroke-opacity=strokeOpacity',
)

/** What a property says that is true. */
const WORDS: Readonly<Record<string, string>> = { italic: 'italic', stretched: 'none', pixelated: 'pixelated' }

/**
 * The element of a mark; stills and the moving stage are both made from it, and so are equal.
 * `urlOf` gives the reference to the definition of a clip or a gradient (`definitions.ts`).
 */
export function svgElement(mark: Mark, urlOf: (described: string) => string): SvgElement {
  const { kind } = mark
  const [tag, names] = ELEMENTS[kind]
  const attributes: Record<string, string> = {}
  const put = (table: ReturnType<typeof named>) => {
    for (const [attribute, property = attribute] of table) {
      const value = (mark as unknown as Record<string, unknown>)[property]
      // A corner that is not round is SVG's default, as is all that is absent.
      if (value !== undefined && value !== false && (value !== 0 || property !== 'radius'))
        attributes[attribute] = value === true ? (WORDS[property] as string) : `${value}`
    }
  }
  put(names)
  const transform = transformOf(mark)
  if (transform) attributes.transform = transform
  if (kind !== 'rule' && kind !== 'image') attributes.fill = mark.fill ?? 'none'
  put(PAINT)
  for (const name of ['fill', 'stroke']) if (isGradient(attributes[name])) attributes[name] = urlOf(attributes[name])
  if (mark.clip !== undefined) attributes['clip-path'] = urlOf(mark.clip)
  if (mark.blend !== undefined) attributes.class = `blend-${mark.blend}`
  return { tag, attributes, ...(kind === 'text' && { text: mark.text }) }
}

function transformOf(mark: Mark): string | undefined {
  const { kind, x, y } = mark
  if (kind === 'text') return mark.angle ? `rotate(${mark.angle} ${x} ${y})` : undefined
  if (kind !== 'path') return undefined
  if (mark.angle) return `translate(${x} ${y}) rotate(${mark.angle})`
  return x === 0 && y === 0 ? undefined : `translate(${x} ${y})`
}
