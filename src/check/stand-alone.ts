import type { Element } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { parse } from 'parse5'
import { dataUrl } from '../outputs/slide-media.ts'
import { formatOf } from '../pictures/formats.ts'
import { type Edit, editTree } from '../tree/edit-tree.ts'
import type { Tree } from '../tree/tree.ts'
import { writeTree } from '../tree/write-tree.ts'
import type { OutputFile } from '../util/output-file.ts'

/**
 * A page of the outputs as one text that needs no other file: its style sheets with their fonts inside, its pictures, without
 * scripts, without what only readers without script see, and without the policy that forbids all this.
 */
export function standAlone(page: string, files: readonly OutputFile[]): string {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const document = fromParse5(parse(page, { scriptingEnabled: false })) as Tree
  return writeTree(editTree(document, standingAlone(byPath)))
}

function standingAlone(files: ReadonlyMap<string, OutputFile>): Edit {
  return (element) => {
    const { tagName, properties } = element
    if (tagName === 'noscript' || tagName === 'script' || 'httpEquiv' in properties) return []
    if (tagName === 'img') return withPicture(element, files)
    if (tagName !== 'link') return undefined
    if (!String(properties.rel).includes('stylesheet')) return []
    // No script runs where it is measured, and readers with one are meant.
    const style = withFonts(files.get(String(properties.href)) as OutputFile, files).replace(/\(scripting: ?none\)/g, '(width<0)')
    return { ...element, tagName: 'style', properties: {}, children: [{ type: 'text', value: style }] }
  }
}

function withPicture(image: Element, files: ReadonlyMap<string, OutputFile>): Element {
  const { loading: _, src, ...rest } = image.properties
  const path = String(src)
  const picture = files.get(path)
  const found = picture ? dataUrl(formatOf(path)?.type ?? '', Buffer.from(picture.contents)) : path
  return { ...image, properties: { src: found, ...rest } }
}

function withFonts(style: OutputFile, files: ReadonlyMap<string, OutputFile>): string {
  const folder = style.path.slice(0, style.path.lastIndexOf('/') + 1)
  return String(style.contents).replace(/url\("?([^")]+\.(woff2?|ttf))"?\)/g, (found, name: string, type: string) => {
    const font = files.get(folder + name)
    return font ? `url(${dataUrl(`font/${type}`, Buffer.from(font.contents))})` : found
  })
}
