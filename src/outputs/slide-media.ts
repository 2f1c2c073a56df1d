import type { Element } from 'hast'
import type { Medium, Picture } from '../story/picture.ts'
import type { Slide } from '../story/story.ts'
import { editTree } from '../tree/edit-tree.ts'
import { elementsOf } from '../tree/elements-of.ts'
import type { Tree } from '../tree/tree.ts'
import type { OutputFile } from '../util/output-file.ts'

/** The files of the pictures that these parts of slides show, each once. */
export function picturesOn(parts: readonly Tree[], slides: readonly Slide[]): OutputFile[] {
  const on = new Set(
    parts.flatMap((part) => elementsOf(part, 'img', 'video')).map(({ properties }) => properties.poster ?? properties.src),
  )
  const pictures = new Map(slides.flatMap((slide) => (slide.pictures ?? []).filter(({ path }) => on.has(path)).flatMap(filesOf)))
  return [...pictures].map(([path, contents]) => ({ path, contents }))
}

function filesOf({ path, contents, narrower = [] }: Picture): (readonly [path: string, contents: Uint8Array])[] {
  return [...narrower, { path, contents }].map((each) => [each.path, each.contents] as const)
}

/** A part of a slide with its pictures in it, for pages that must stand alone. */
export function withPictures(part: Tree, { pictures = [] }: Pick<Slide, 'pictures'>): Tree {
  if (pictures.length === 0) return part
  const byPath = new Map(pictures.map((picture) => [picture.path, picture]))
  return editTree(part, (element) => {
    const picture = element.tagName === 'img' ? byPath.get(String(element.properties.src)) : undefined
    if (!picture) return undefined
    const { srcSet: _, sizes, ...rest } = element.properties
    return { ...element, properties: { ...rest, src: dataUrl(picture.type, sharpEnough(picture, String(sizes))) } }
  })
}

/** Twice as many px as a slide of 1280 gives it, which its `sizes` tell; on a page of paper it is half as wide at most. */
function sharpEnough({ narrower = [], contents }: Picture, sizes: string): Uint8Array {
  const part = Number(/^(\d+)vw$/.exec(sizes)?.[1] ?? 50) / 100
  return narrower.find(({ width }) => width >= part * 2 * 1280)?.contents ?? contents
}

const known = new WeakMap<Picture['contents'], string>()

/** Bytes as an address of their own. A picture is often on several pages, so each is written once. */
export function dataUrl(type: string, contents: Uint8Array): string {
  const data = known.get(contents) ?? `data:${type};base64,${Buffer.from(contents).toString('base64')}`
  known.set(contents, data)
  return data
}

/** How many charts stand in the text of slides. */
export function countInlineCharts(slides: readonly Slide[]): number {
  return slides.reduce((count, { inlineCharts = [] }) => count + inlineCharts.length, 0)
}

/** A part of a slide whose pictures are loaded when their readers come near them. */
export function withLatePictures(part: Tree): Tree {
  return editTree(part, (element) =>
    element.tagName === 'img' ? { ...element, properties: { loading: 'lazy', ...element.properties } } : undefined,
  )
}

/** The pictures in a tree, each a figure of a document, by their words. */
export function pictureFigures(tree: Tree): { text: string }[] {
  const pictures = elementsOf(tree, 'img').filter(({ properties }) => properties.alt !== '')
  return pictures.map(({ properties }) => ({ text: String(properties.alt ?? '') }))
}

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
