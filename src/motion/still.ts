import type { Frame, Mark, StageState } from '../story/mark.ts'
import { svgElement } from './attributes.ts'
import { type Definition, definitionsOf } from './definitions.ts'

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
  const defined = new Map<string, string>()
  const urlOf = (described: string) => {
    if (!defined.has(described)) defined.set(described, `${id}-${defined.size + 1}`)
    return `url(#${defined.get(described)})`
  }
  const marks = [...state.marks.values()].map((mark) => element(mark, urlOf)).join('')
  const says = hidden ? 'aria-hidden="true"' : `role="img" aria-label="${escapeMarkup(state.name)}"`
  return `<svg viewBox="0 0 ${frame.width} ${frame.height}" ${says}>${definitions(defined)}${marks}</svg>`
}

function element(mark: Mark, urlOf: (described: string) => string): string {
  const { tag, attributes, text } = svgElement(mark, urlOf)
  return written(tag, attributes, text === undefined ? '' : escapeMarkup(text))
}

function definitions(defined: ReadonlyMap<string, string>): string {
  if (defined.size === 0) return ''
  return `<defs>${[...defined].flatMap(([described, id]) => definitionsOf(described, id).map(definition)).join('')}</defs>`
}

function definition({ tag, attributes, children }: Definition): string {
  return written(tag, attributes, children.map(definition).join(''))
}

function written(tag: string, attributes: Readonly<Record<string, string>>, content: string): string {
  const start = `<${tag}${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`)
    .join('')}`
  return content === '' ? `${start}/>` : `${start}>${content}</${tag}>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Data stay text wherever they are put. */
function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}
