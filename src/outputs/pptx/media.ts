import { createHash } from 'node:crypto'
import type { Size } from '../../story/picture.ts'
import type { Part, Relationships } from './package.ts'
import { NAMESPACES } from './theme.ts'
import { xml } from './xml.ts'

/** A picture that PowerPoint can show. */
export interface Medium extends Size {
  contents: Uint8Array
  /** Media type: `image/png`, `image/jpeg`, `image/gif`, or `image/svg+xml` with the same drawn as PNG for older programs. */
  type: string
  drawn?: Uint8Array
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
}

/** Whether the package can have a picture as it is. */
export function isKnownType(type: string): boolean {
  return Object.hasOwn(EXTENSIONS, type)
}

/** The pictures of a package, each once; their names carry their content. */
export class Media {
  readonly #parts = new Map<string, Part>()

  get parts(): Part[] {
    return [...this.#parts.values()]
  }

  /** What a slide with these relationships refers to a picture by; `alpha` in thousandths of a percent. */
  blip({ contents, type, drawn }: Medium, relationships: Relationships, alpha?: number): string {
    const vector = drawn === undefined ? '' : svgBlip(relationships.to('image', this.#add(contents, type)))
    const pale = alpha === undefined ? '' : xml('a:alphaModFix', { amt: alpha })
    const bitmap = drawn === undefined ? this.#add(contents, type) : this.#add(drawn, 'image/png')
    return xml('a:blip', { 'r:embed': relationships.to('image', bitmap) }, pale, vector)
  }

  /** The part's address from a slide. */
  #add(contents: Uint8Array, type: string): string {
    const name = `${createHash('sha256').update(contents).digest('hex').slice(0, 16)}.${EXTENSIONS[type] ?? 'png'}`
    this.#parts.set(name, { path: `ppt/media/${name}`, contents })
    return `../media/${name}`
  }
}

function svgBlip(id: string): string {
  const svg = xml('asvg:svgBlip', {
    'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
    'xmlns:r': NAMESPACES['xmlns:r'],
    'r:embed': id,
  })
  return xml('a:extLst', {}, xml('a:ext', { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' }, svg))
}
