import { parseXml, type XmlDocument, XmlElement, XmlError, type XmlNode, XmlProcessingInstruction } from '@rgrove/parse-xml'
import type { Size } from '../story/picture.ts'
import { shown } from '../util/diagnostic.ts'

/** Namespace of what browsers draw. */
const SVG = 'http://www.w3.org/2000/svg'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** The elements that a picture may be made of: all that draw, none that run, move, embed a page or lead away. */
const ELEMENTS = words(`
  a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
  feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
  feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter g image line linearGradient marker
  mask metadata path pattern polygon polyline radialGradient rect stop style svg switch symbol text textPath title tspan use view`)

/** What editors note in their own namespaces, which browsers pass over, begins so. */
const NOTES: readonly string[] = [
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

/** Why a drawing is refused, and where; lines and columns from 1. */
export interface DrawingFault {
  message: string
  line?: number
  column?: number
}

/**
 * Reads a drawing: its size in px, or why it must not lie beside pages, or would be shown otherwise than its author sees it. A browser that
 * opens its address treats it as a page: it may hold only what draws, and name only what it holds.
 */
export function readDrawing(bytes: Uint8Array): Size | { fault: DrawingFault } {
  const text = decode(bytes)
  if (text === undefined) return { fault: { message: 'found other bytes than UTF-8, expected a drawing in UTF-8; save it anew' } }
  const document = parse(text)
  if ('message' in document) return { fault: document }
  for (const node of document.children) {
    const message = besideRoot(node)
    if (message !== undefined) return { fault: at(text, node, message) }
  }
  for (const { node, message } of faultsIn(document)) return { fault: at(text, node, message) }
  const size = sizeOf(document.root?.attributes ?? {})
  return size ?? { fault: { message: 'found a drawing without a size, expected `viewBox` in its first element' } }
}

/** Units of length in px. */
const UNITS: Readonly<Record<string, number>> = { '': 1, px: 1, pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 }

/** A drawing that names no size is as wide as the widest column, in px. */
const WIDE = 1200

/** A drawing's own width and height, else the shape of its `viewBox`. Undefined where it has neither. */
function sizeOf({ width, height, viewBox = '' }: Readonly<Record<string, string>>): Size | undefined {
  const own = [lengthOf(width), lengthOf(height)].map(Math.round) as [number, number]
  if (own[0] > 0 && own[1] > 0) return { width: own[0], height: own[1] }
  const [, , across = 0, down = 0] = viewBox
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  return across > 0 && down > 0 ? { width: WIDE, height: Math.max(1, Math.round((WIDE * down) / across)) } : undefined
}

/** In px; not a number for a share of something else. */
function lengthOf(attribute = ''): number {
  const [, number, unit = ''] = /^\s*(\d*\.?\d+)\s*([a-z]*)\s*$/.exec(attribute) ?? []
  return Number(number) * (UNITS[unit] ?? Number.NaN)
}

/** Bytes that are read otherwise by a browser could hide what is in them. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const NO_TYPE = 'found a document type, expected none: it can hold entities; remove `<!DOCTYPE …>`'

function parse(text: string): XmlDocument | DrawingFault {
  try {
    return parseXml(text, { includeOffsets: true, preserveDocumentType: true, preserveXmlDeclaration: true })
  } catch (error) {
    // What follows from the definitions in a document type is no mistake of its own.
    if (/<!DOCTYPE/.test(text)) return { message: NO_TYPE }
    if (error instanceof RangeError) return { message: 'found elements within elements too deep to be read' }
    if (!(error instanceof XmlError)) throw error
    const { line, column } = error
    return { message: `cannot be read as XML: ${error.message.split(/ \(line |\n/)[0]}`, line, column }
  }
}

function at(text: string, { start }: XmlNode, message: string): DrawingFault {
  const before = text.slice(0, start).split('\n')
  return { message, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** Editors of photographs mark their notes with instructions of this name. */
const PACKET = 'xpacket'

function besideRoot(node: XmlNode): string | undefined {
  if (node.type === 'doctype') return NO_TYPE
  if (node instanceof XmlProcessingInstruction && node.name !== PACKET)
    return `found the instruction \`<?${node.name} …?>\`, expected none; remove it`
  const { encoding = 'utf-8' } = node as { encoding?: string | null }
  return node.type === 'xmldecl' && !/^utf-?8$/i.test(encoding ?? 'utf-8')
    ? `found the encoding ${shown(encoding ?? '')}, expected UTF-8; save it anew`
    : undefined
}

/** Prefixes, the empty one among them, and the namespaces that they stand for. */
type Scope = ReadonlyMap<string, string>

function* faultsIn({ root }: XmlDocument): Generator<{ node: XmlNode; message: string }> {
  const open: [node: XmlNode, scope: Scope][] = root ? [[root, new Map()]] : []
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, outer] = next
    const message = node instanceof XmlElement ? undefined : besideRoot(node)
    if (message !== undefined) yield { node, message }
    if (!(node instanceof XmlElement)) continue
    const scope = new Map([...outer, ...declared(node)])
    const wrong = wrongElement(node, scope) ?? wrongAttribute(node) ?? wrongStyle(node)
    if (wrong !== undefined) yield { node, message: `\`<${node.name}>\`: ${wrong}` }
    for (const child of node.children.toReversed()) open.push([child, scope])
  }
}

function declared({ attributes }: XmlElement): Scope {
  const names = Object.entries(attributes).filter(([name]) => /^xmlns(?::|$)/.test(name))
  return new Map(names.map(([name, address]) => [name.slice('xmlns:'.length), address]))
}

function wrongElement({ name }: XmlElement, scope: Scope): string | undefined {
  const [prefix = '', local = ''] = name.includes(':') ? name.split(':') : ['', name]
  const namespace = scope.get(prefix) ?? ''
  if (namespace === SVG)
    return ELEMENTS.has(local) ? undefined : 'found an element that does more than draw, expected none; pictures run nothing'
  if (NOTES.some((known) => namespace.startsWith(known))) return undefined
  if (name === 'svg') return `found a drawing that browsers do not know as one, expected \`xmlns="${SVG}"\``
  return `found an element of ${namespace === '' ? 'no namespace' : shown(namespace)}, expected only elements of SVG`
}

/** Text for people and programs, in which nothing is looked up. */
const TEXT = /^(?:xmlns(?::|$)|aria-|data-|id$|class$|[\w.-]+:(?!href$))/

function wrongAttribute({ name, attributes }: XmlElement): string | undefined {
  for (const [key, value] of Object.entries(attributes)) {
    const local = key.slice(key.indexOf(':') + 1)
    if (/^on/i.test(local)) return `found the attribute \`${key}\`, expected none that begin with \`on\`; pictures run nothing`
    if (key === 'xml:base') return 'found the attribute `xml:base`, expected none; remove it'
    if (local === 'href' && !isOwn(value, /^(?:image|feImage)$/.test(name) ? PICTURE : undefined)) return loads(value)
    const wrong = TEXT.test(key) || local === 'href' ? undefined : wrongIn(value)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

/** Browsers leave out what elements in a style sheet hold, and read the rest as one text. */
function wrongStyle({ name, text, children }: XmlElement): string | undefined {
  if (!/(?:^|:)style$/.test(name)) return undefined
  return children.some((child) => child instanceof XmlElement) ? 'found elements in it, expected a style sheet' : wrongIn(text)
}

const PICTURE = /^data:image\/(?:png|jpe?g|webp|gif|avif)[;,]/i
const PICTURE_OR_FONT = /^data:(?:image\/(?:png|jpe?g|webp|gif|avif)|(?:application\/(?:x-)?)?font[\w/-]*)[;,]/i

/** Whether an address leads to a part of the drawing, or is what it leads to. */
function isOwn(address: string, data: RegExp | undefined): boolean {
  return address.trim().startsWith('#') || data?.test(address.trim()) === true
}

/** What a style sheet, or a value of one, would load or hide. */
function wrongIn(css: string): string | undefined {
  if (css.includes('\\')) return `found ${shown('\\')} in a style, expected names and addresses without escapes`
  const loading = /@import|(?:\b|-)(?:src|image|image-set|cross-fade)\(/i.exec(css)?.[0]
  if (loading !== undefined) return loads(loading)
  for (const [, address = ''] of css.matchAll(/url\(\s*["']?\s*([^"')]*)/gi))
    if (!isOwn(address, PICTURE_OR_FONT)) return loads(address)
  return undefined
}

function loads(address: string): string {
  return `found ${shown(address)}, expected a drawing that holds all it shows; pictures load nothing`
}
