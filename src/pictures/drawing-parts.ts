/** Namespace of what browsers draw. */
export const SVG = 'http://www.w3.org/2000/svg'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** The elements that a picture may be made of: all that draw, none that run, move, embed a page or lead away. */
export const ELEMENTS = words(`
  a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
  feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
  feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter g image line linearGradient marker
  mask metadata path pattern polygon polyline radialGradient rect stop style svg switch symbol text textPath title tspan use view`)

/** What editors note in their own namespaces, which browsers pass over, begins so. */
export const NOTES: readonly string[] = [
  'http://www.inkscape.org/',
  'http://inkscape.sourceforge.net/',
  'http://sodipodi.sourceforge.net/',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'http://purl.org/dc/',
  'http://creativecommons.org/ns#',
  'http://web.resource.org/cc/',
  'http://ns.adobe.com/',
  'adobe:ns:meta/',
  'http://www.serif.com/',
  'http://www.bohemiancoding.com/sketch/',
  'https://boxy-svg.com',
]
