import type { Root } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx'
import type { Location } from '../util/diagnostic.ts'
import { locationOf, type SlideSource } from './source.ts'

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
