import { color, rgb } from 'd3-color'
import type { Element } from 'hast'
import type { SlideMeta } from '../story/deck.ts'
import type { Slide } from '../story/story.ts'
import type { Tree } from '../tree/tree.ts'
import { type Diagnostic, shown } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import type { SlideSource } from './source.ts'

/** How the text of a slide may come, beside its usual way. */
const TRANSITIONS = ['fade', 'rise', 'slide', 'zoom', 'none']
/** Names that a style sheet can name. */
const CLASSES = /^[a-z][\w-]*(?:\s+[a-z][\w-]*)*$/i
const GROUNDS = /(?:^|\s)(?:dark|light|tinted)(?:\s|$)/

type Look = Pick<SlideMeta, 'class' | 'background' | 'transition'>

/** What each may be, and what a message expects instead. */
const KINDS: Readonly<Record<keyof Look, [is: (text: string) => boolean, advice: (text: string) => string]>> = {
  class: [(text) => CLASSES.test(text), () => 'expected words such as `calm`'],
  background: [isGround, () => 'expected a colour such as `#14365c`, or a picture such as `hills.jpg`'],
  transition: [(text) => TRANSITIONS.includes(text), (text) => suggest(text, TRANSITIONS)],
}

/** What a slide's frontmatter says of its look. */
export function lookOf(frontmatter: SlideSource['frontmatter'], diagnostics: Diagnostic[]): Look {
  const said = Object.entries(KINDS).flatMap(([key, [is, advice]]) => {
    const found = frontmatter[key]
    if (!found) return []
    const text = String(found.value).trim()
    if (is(text)) return [[key, text]]
    diagnostics.push({ location: found.location, message: `${key}: found ${shown(text)}, ${advice(text)}` })
    return []
  })
  return Object.fromEntries(said)
}

function isGround(text: string): boolean {
  return isPicture(text) || color(text)?.opacity === 1
}

function isPicture(text: string): boolean {
  return /\.\w{3,4}$/.test(text)
}

/** A slide has a ground of its own, or a chart on the stage, which it would cover. */
export function checkGround({ stage, background, class: name = '' }: Slide, source: SlideSource | undefined): Diagnostic[] {
  const key = background !== undefined ? 'background' : 'class'
  if (!stage || (background === undefined && !GROUNDS.test(name))) return []
  const location = source?.frontmatter[key]?.location
  return [
    {
      ...(location && { location }),
      message: `${key}: found a ground on a slide with a chart, which it would cover; write \`scene: none\`, or leave it out`,
    },
  ]
}

/** What a layout has drawn with the slide's own class, ground and way of coming. */
export function withLook(content: Tree, { class: name, background, transition }: Look): Tree {
  const [slide] = content.children
  const classes = [...(name?.split(/\s+/) ?? []), ...groundClasses(background), ...(transition ? [`enter-${transition}`] : [])]
  if (classes.length === 0 || slide?.type !== 'element') return content
  const { className } = slide.properties
  const properties = { ...slide.properties, className: [...(Array.isArray(className) ? className : []), ...classes] }
  const behind = background !== undefined && isPicture(background) ? [backdrop(background)] : []
  return {
    ...content,
    children: [{ ...slide, properties, children: [...behind, ...slide.children] }, ...content.children.slice(1)],
  }
}

function groundClasses(background: string | undefined): string[] {
  if (background === undefined) return []
  return isPicture(background) ? ['backed'] : ['ground', groundClass(background), isDark(background) ? 'dark' : 'light']
}

/** It says nothing that the words before it do not. */
function backdrop(src: string): Element {
  return { type: 'element', tagName: 'img', properties: { src, alt: '', className: ['backdrop'] }, children: [] }
}

function groundClass(ground: string): string {
  return `ground-${rgb(ground).formatHex().slice(1)}`
}

/** Whether white words stand out from a ground more than black ones, by their contrast as WCAG has it. */
function isDark(ground: string): boolean {
  const { r, g, b } = rgb(ground)
  const linear = (value: number) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b) < 0.179
}

/** The rules of the colours that these slides have as grounds: all that is written on one has the one colour that is read on it. */
export function groundRules(slides: readonly Slide[]): string {
  const grounds = new Set(
    slides.flatMap(({ background }) => (background === undefined || isPicture(background) ? [] : [background])),
  )
  return [...grounds]
    .map((ground) => {
      const name = groundClass(ground)
      return `.slide.${name}.${name}.${name}{--paper:${rgb(ground).formatHex()};--ink:${isDark(ground) ? '#fff' : '#000'}}`
    })
    .join('')
}
