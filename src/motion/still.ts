import type { Frame, Mark, StageState } from '../story/mark.ts'
import { svgElement } from './attributes.ts'

/** How a still is placed in its document. */
export interface StillOptions {
  /** Start of the ids inside; unique per still of a document. */
  id?: string
  /** The still repeats what stands beside it and is passed over by assistive technology. */
  hidden?: boolean
}

/** One state of the stage as an SVG element for an HTML document; nothing for an empty stage. Needs no style and no script. */
export function stillSvg(state: StageState, frame: Frame, { id = 'still', hidden = false }: StillOptions = {}): string {
  if (state.marks.size === 0) return ''
  const clips = new Map<string, string>()
  const clipUrl = (clip: string) => {
    if (!clips.has(clip)) clips.set(clip, `${id}-${clips.size + 1}`)
    return `url(#${clips.get(clip)})`
  }
  const marks = [...state.marks.values()].map((mark) => element(mark, clipUrl)).join('')
  const says = hidden ? 'aria-hidden="true"' : `role="img" aria-label="${escapeMarkup(state.name)}"`
  return `<svg viewBox="0 0 ${frame.width} ${frame.height}" ${says}>${definitions(clips)}${marks}</svg>`
}

function element(mark: Mark, clipUrl: (clip: string) => string): string {
  const { tag, attributes, text } = svgElement(mark, clipUrl)
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`)
  const start = `<${tag}${written.join('')}`
  return text === undefined ? `${start}/>` : `${start}>${escapeMarkup(text)}</${tag}>`
}

function definitions(clips: ReadonlyMap<string, string>): string {
  if (clips.size === 0) return ''
  const paths = [...clips].map(([clip, id]) => {
    const [x, y, width, height] = clip.split(' ')
    return `<clipPath id="${escapeMarkup(id)}"><rect x="${x}" y="${y}" width="${width}" height="${height}"/></clipPath>`
  })
  return `<defs>${paths.join('')}</defs>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Data stay text wherever they are put. */
function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}
