import type { Root } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx'
import { fileOf, type Slide } from '../story/story.ts'
import type { Diagnostic, Location } from '../util/diagnostic.ts'

/** What the remark plugins note down about one MDX file while it is compiled. */
export interface SlideSource {
  /** Relative to the deck's folder. */
  file: string
  /** As it was when it was compiled. */
  text: string
  frontmatter: Record<string, Located>
  /** Components named in the file that it does not import itself. */
  components: { name: string; location: Location }[]
  /** Of its pictures and links. */
  addresses: Address[]
  diagnostics: Diagnostic[]
}

/** A frontmatter value and where it stands. */
export interface Located {
  value: unknown
  location: Location
}

/** The location of a syntax-tree node; remark counts lines and columns from 1. */
export function locationOf(file: string, node: { position?: { start: { line: number; column: number } } | undefined }): Location {
  const start = node.position?.start
  return start ? { file, line: start.line, column: start.column } : { file }
}

type Node = Root | Root['children'][number]

/** What a slide names by its address, and where. */
export interface Address {
  /** As it is written; undefined for an expression. */
  address?: string
  /** The words of a picture, where they are written out. */
  words?: string
  location: Location
}

/** Attributes that hold an address, by element. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src'],
  video: ['src', 'poster', 'data-captions'],
  audio: ['src'],
  Video: ['src', 'poster', 'captions'],
  Audio: ['src'],
  Outside: ['src', 'still'],
}

/** Notes the pictures and links of a slide, so that what is wrong with one is told with its location. */
export function noteAddress(node: Node, source: SlideSource): void {
  const location = locationOf(source.file, node)
  if (node.type === 'link' || node.type === 'definition') source.addresses.push({ address: node.url, location })
  if (node.type === 'image') source.addresses.push({ address: node.url, words: node.alt ?? '', location })
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return
  for (const named of ATTRIBUTES[node.name ?? ''] ?? []) {
    const [address, words] = [written(node, named), written(node, 'alt')]
    source.addresses.push({ ...(address !== undefined && { address }), ...(words !== undefined && { words }), location })
  }
}

/** An attribute's text, empty where there is none; undefined for an expression, which may also be one for all attributes. */
function written({ attributes }: MdxJsxFlowElement | MdxJsxTextElement, name: string): string | undefined {
  const own = attributes.find((found) => found.type === 'mdxJsxAttribute' && found.name === name)
  if (!own) return attributes.some(({ type }) => type === 'mdxJsxExpressionAttribute') ? undefined : ''
  return typeof own.value === 'string' ? own.value : undefined
}

/** An address without percent signs for characters; Markdown writes spaces and letters so. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/**
 * Where a slide names an address that its pages have, for a picture with these words if it is there more than once; the location of
 * its expression, else its file, where it is not written so.
 */
export function locationInSlide(
  slide: Pick<Slide, 'id' | 'file'>,
  sources: ReadonlyMap<string, SlideSource>,
  address: string,
  words?: string,
): Location {
  const addresses = sources.get(slide.file ?? '')?.addresses ?? []
  return locationAmong(addresses, decoded(address), words) ?? { file: fileOf(slide) }
}

function locationAmong(addresses: readonly Address[], wanted: string, words: string | undefined): Location | undefined {
  const found = addresses.filter(({ address }) => address !== undefined && decoded(address) === wanted)
  const best = found.find((noted) => noted.words === words) ?? found[0]
  return (best ?? addresses.find(({ address }) => address === undefined))?.location
}
