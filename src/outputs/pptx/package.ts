import { strToU8, type Zippable, zipSync } from 'fflate'
import { xml, xmlDocument } from './xml.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** A way from one part to another, or to an address outside. */
export interface Relationship {
  id: string
  /** The last word of its type's address, for example `slideLayout`. */
  type: string
  target: string
  external?: boolean
}

/** A file within the package. */
export interface Part {
  /** From the package's root, without a slash at its start. */
  path: string
  /** Media type; pictures have theirs by their extension. */
  type?: string
  contents: string | Uint8Array
  relationships?: readonly Relationship[]
}

/** The relationships of one part, each target once. */
export class Relationships {
  readonly list: Relationship[] = []

  /** The id by which the part names the target. `target` is relative to the part, or an address. */
  to(type: string, target: string, external = false): string {
    const known = this.list.find((one) => one.type === type && one.target === target)
    if (known) return known.id
    const id = `rId${this.list.length + 1}`
    this.list.push({ id, type, target, ...(external && { external }) })
    return id
  }
}

/** A part in XML. `type` is the middle of its media type, for example `presentationml.slide`. */
export function xmlPart(path: string, type: string, root: string, relationships?: Relationships): Part {
  return {
    path,
    type: `application/vnd.openxmlformats-officedocument.${type}+xml`,
    contents: xmlDocument(root),
    ...(relationships && { relationships: relationships.list }),
  }
}

/** Media types of what is no XML. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The parts and what binds them together, as one file whose bytes depend on nothing else. `date` is written as UTC. */
export function writePackage(parts: readonly Part[], root: readonly Relationship[], date: Date): Uint8Array {
  const files: Zippable = { '[Content_Types].xml': strToU8(contentTypes(parts)), '_rels/.rels': strToU8(relationshipsPart(root)) }
  for (const { path, contents, relationships = [] } of parts) {
    files[path] = typeof contents === 'string' ? strToU8(contents) : [contents, { level: 0 }]
    if (relationships.length > 0) files[relationshipsPath(path)] = strToU8(relationshipsPart(relationships))
  }
  return zipSync(files, { level: 6, mtime: zipDate(date) })
}

/** Where the relationships of a part are written. */
function relationshipsPath(path: string): string {
  return path.replace(/[^/]+$/, '_rels/$&.rels')
}

/** Archives have the time of a clock on the wall, from 1980 to 2099. */
function zipDate(date: Date): Date {
  const year = Math.min(2099, Math.max(1980, date.getUTCFullYear()))
  return new Date(year, date.getUTCMonth(), date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds())
}

function contentTypes(parts: readonly Part[]): string {
  const extensions = new Set(['rels', 'xml', ...parts.map(({ path }) => path.slice(path.lastIndexOf('.') + 1))])
  const defaults = [...extensions].map((Extension) => xml('Default', { Extension, ContentType: EXTENSIONS[Extension] ?? '' }))
  const overrides = parts.flatMap(({ path, type }) =>
    type === undefined ? [] : [xml('Override', { PartName: `/${path}`, ContentType: type })],
  )
  return xmlDocument(xml('Types', { xmlns: `${PACKAGE}/content-types` }, ...defaults, ...overrides))
}

function relationshipsPart(relationships: readonly Relationship[]): string {
  const list = relationships.map(({ id, type, target, external }) =>
    xml('Relationship', {
      Id: id,
      Type: type === 'core-properties' ? `${PACKAGE}/relationships/metadata/${type}` : `${OFFICE}/${type}`,
      Target: target,
      TargetMode: external ? 'External' : undefined,
    }),
  )
  return xmlDocument(xml('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...list))
}
