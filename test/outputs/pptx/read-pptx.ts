import { parseXml, XmlElement, type XmlNode } from '@rgrove/parse-xml'
import { unzipSync } from 'fflate'

/** The files of an archive by their paths. */
export function readArchive(bytes: Uint8Array): Map<string, Buffer> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, contents]) => [path, Buffer.from(contents)]))
}

const read = new WeakMap<Buffer, XmlElement>()

/** The root of a part, which is read once. Throws for one that is not well-formed, or that the archive has not. */
export function rootOf(files: ReadonlyMap<string, Buffer>, path: string): XmlElement {
  const contents = files.get(path)
  if (!contents) throw new Error(`found no ${path} in the archive`)
  const root = read.get(contents) ?? parseXml(contents.toString('utf8')).root
  if (!root) throw new Error(`${path} has no root`)
  read.set(contents, root)
  return root
}

/** All elements of these names below a node, in their order. */
export function all(node: XmlElement, ...names: readonly string[]): XmlElement[] {
  return node.children.flatMap((child: XmlNode) => {
    if (!(child instanceof XmlElement)) return []
    return [...(names.includes(child.name) ? [child] : []), ...all(child, ...names)]
  })
}

/** An attribute; empty where there is none. */
export function value(node: XmlElement | undefined, name: string): string {
  return node?.attributes[name] ?? ''
}

/** What a shape or table says, its paragraphs set apart. */
export function wordsOf(node: XmlElement): string {
  return all(node, 'a:p')
    .map((paragraph) =>
      all(paragraph, 'a:t', 'a:br')
        .map((run) => (run.name === 'a:br' ? ' ' : run.text))
        .join(''),
    )
    .join(' ')
}

/** The files of a package by their paths. */
export type Files = ReadonlyMap<string, Buffer>

/** The slide of a position in the story. */
export function slideAt(from: Files, index: number): XmlElement {
  return rootOf(from, `ppt/slides/slide${index + 1}.xml`)
}

/** The ways that lead from a part. */
export function relationshipsOf(from: Files, path: string): XmlElement[] {
  const rels = path.replace(/[^/]+$/, '_rels/$&.rels')
  return from.has(rels) ? all(rootOf(from, rels), 'Relationship') : []
}

/** What fills the places of a kind on a slide. */
export function placeholders(slide: XmlElement, type: string, index?: string): XmlElement[] {
  return all(slide, 'p:sp').filter((shape) =>
    all(shape, 'p:ph').some((place) => value(place, 'type') === type && (index === undefined || value(place, 'idx') === index)),
  )
}

/** All objects of a slide. */
export const shapesOf = (slide: XmlElement) => all(slide, 'p:sp', 'p:cxnSp', 'p:pic', 'p:graphicFrame')
/** The name of an object. */
export const nameOf = (shape: XmlElement) => value(all(shape, 'p:cNvPr')[0], 'name')
