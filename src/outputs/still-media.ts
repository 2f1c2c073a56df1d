import type { Element } from 'hast'
import type { Medium } from '../story/picture.ts'
import type { Slide } from '../story/story.ts'
import { editTree } from '../tree/edit-tree.ts'
import { elementsOf } from '../tree/elements-of.ts'
import type { Tree } from '../tree/tree.ts'
import type { OutputFile } from '../util/output-file.ts'

/** A part of a slide where nothing plays: a video is its poster, of a sound there are its words, and another site is a link. */
export function withStillMedia(part: Tree): Tree {
  return editTree(part, (element) => {
    if (element.tagName === 'video') return posterOf(element)
    const { dataFrame, ...rest } = element.properties
    if (dataFrame !== undefined) return { ...element, properties: rest }
    return element.tagName === 'audio' ? [] : undefined
  })
}

function posterOf({ properties: { poster, ariaLabel, width, height } }: Element): Element {
  const properties = { src: poster, alt: ariaLabel, ...(width !== undefined && { width, height }), className: ['media'] }
  return { type: 'element', tagName: 'img', properties: properties as Element['properties'], children: [] }
}

/** A part of a slide in the deck, where a picture of another site is a frame of it. */
export function withFrames(part: Tree): Tree {
  return editTree(part, (element) => {
    const { dataFrame: src } = element.properties
    if (src === undefined) return undefined
    const [still] = elementsOf(element, 'img')
    return {
      type: 'element',
      tagName: 'iframe',
      properties: { ...FRAME, src: String(src), title: String(still?.properties.alt ?? '') },
      children: [],
    }
  })
}

/** What another site may do in its frame: run, and nothing to the deck. */
const FRAME: Element['properties'] = {
  loading: 'lazy',
  sandbox: ['allow-scripts', 'allow-same-origin', 'allow-forms'],
  referrerPolicy: 'no-referrer',
}

/** The files of what these parts of slides play, each once. */
export function mediaOn(parts: readonly Tree[], slides: readonly Slide[]): OutputFile[] {
  const on = new Set(parts.flatMap((part) => elementsOf(part, 'video', 'audio', 'track')).map(({ properties }) => properties.src))
  const media = new Map<string, Medium>(slides.flatMap((slide) => (slide.media ?? []).map((each) => [each.path, each] as const)))
  return [...media.values()].filter(({ path }) => on.has(path)).map(({ path, contents }) => ({ path, contents }))
}
