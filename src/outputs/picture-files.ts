import { htmlText } from '../pdf/html-text.ts'
import type { Picture } from '../story/picture.ts'
import type { Slide } from '../story/story.ts'
import type { OutputFile } from '../util/output-file.ts'

/** The files of the pictures that a page shows, each once. */
export function picturesOn(page: string, slides: readonly Slide[]): OutputFile[] {
  const pictures = new Map(
    slides.flatMap((slide) => (slide.pictures ?? []).map(({ path, contents }) => [path, contents] as const)),
  )
  return [...pictures].filter(([path]) => page.includes(`"${path}"`)).map(([path, contents]) => ({ path, contents }))
}

/** HTML of a slide with its pictures in it, for pages that must stand alone. */
export function withPictures(html: string, { pictures = [] }: Pick<Slide, 'pictures'>): string {
  return pictures.reduce((inlined, { path, type, contents }) => {
    if (!inlined.includes(`"${path}"`)) return inlined
    return inlined.replaceAll(`<img src="${path}"`, `<img src="${dataUrl(type, contents)}"`)
  }, html)
}

const known = new WeakMap<Picture['contents'], string>()

/** Bytes as an address of their own. A picture is often on several pages, so each is written once. */
export function dataUrl(type: string, contents: Uint8Array): string {
  const data = known.get(contents) ?? `data:${type};base64,${Buffer.from(contents).toString('base64')}`
  known.set(contents, data)
  return data
}

/** HTML whose pictures are loaded when their readers come near them. */
export function withLatePictures(html: string): string {
  return html.replaceAll('<img src="', '<img loading="lazy" src="')
}

/** The pictures in HTML, each a figure of a document, by their words. */
export function pictureFigures(html: string): { text: string }[] {
  return [...html.matchAll(/<img src="[^"]*" alt="([^"]*)"/g)].map(([, alt = '']) => ({ text: htmlText(alt) }))
}
