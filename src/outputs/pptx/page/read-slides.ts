import type { Painted, Piece } from '../painted.ts'
import { areasOf } from './areas.ts'
import { boxOf, colourOf, isInline, isSeen } from './boxes.ts'
import { readTable } from './read-table.ts'
import { type Marker, markerOf, readText } from './read-text.ts'

/*
 * What runs in the page in which the slides are laid out: it says what is painted where, and decides nothing of the file. It is
 * handed to the browser as one script, and leaves one function behind.
 */

/** What the parts of an element have from the elements around it. */
interface Around {
  part: string
  marker?: Marker | undefined
}

function readSlides(mixes: readonly string[]): Painted {
  const read = (elements: readonly Element[]) => {
    const pieces: Piece[] = []
    for (const element of elements) readBlock(element, { part: 'body' }, pieces)
    return pieces
  }
  const slides = [...document.querySelectorAll('.page')].map(({ children }) => ({
    ground: children[0] && colourOf(getComputedStyle(children[0]).backgroundColor),
    pieces: read([...children].slice(0, -1)),
    notes: read([...children].slice(-1)),
  }))
  return { slides, mixes: { light: mixedOn('light', mixes), dark: mixedOn('dark', mixes) } }
}

function mixedOn(ground: string, mixes: readonly string[]): Record<string, string> {
  const probe = document.body.appendChild(document.createElement('p'))
  return Object.fromEntries(
    mixes.map((css) => {
      Object.assign(probe.style, { colorScheme: ground, color: css })
      return [css, colourOf(getComputedStyle(probe).color) ?? css]
    }),
  )
}

/** Classes of what has a place of its own. */
const PLACED = ['kicker', 'source', 'footer', 'footnotes'] as const

function partOf(element: Element): string | undefined {
  const { classList, parentElement } = element
  if (classList.contains('fact')) return `fact${[...(parentElement?.children ?? [])].indexOf(element)}`
  if (classList.contains('headline') || isTitle(element)) return 'title'
  return classList.contains('image') ? 'picture' : PLACED.find((name) => classList.contains(name))
}

/** A headline is known by its words where it has not the class of one. */
function isTitle(element: Element): boolean {
  return /^H[1-6]$/.test(element.tagName) && element.textContent === element.closest<HTMLElement>('.page')?.dataset.title
}

/** What an element says and shows. */
function readBlock(element: Element, around: Around, pieces: Piece[]): void {
  const style = getComputedStyle(element)
  // What is behind everything is the ground of the slide.
  if (!isSeen(element, style) || element.matches('.backdrop')) return
  const part = partOf(element) ?? around.part
  const drawing = element.matches('.chart') && element.querySelector('svg')
  if (element.matches('.locator')) pieces.push({ kind: 'chart', part: 'map', box: boxOf(element) })
  else if (drawing) pieces.push({ kind: 'chart', part, box: boxOf(drawing) })
  else if (element instanceof HTMLImageElement) pieces.push(pictureOf(element, style, part))
  else if (element instanceof HTMLTableElement) readTable(element, part, pieces, readBlock)
  else if (!element.matches('svg')) readParts(element, style, { ...around, part }, pieces)
}

/** A line of text is what stands between two blocks, or all that a block holds. */
function readParts(element: Element, style: CSSStyleDeclaration, around: Around, pieces: Piece[]): void {
  const { part } = around
  const areas = areasOf(element, style, part)
  const on = element.tagName === 'PRE' ? areas[0] : undefined
  if (!on) pieces.push(...areas)
  const marker = style.display === 'list-item' ? markerOf(element, style) : around.marker
  let line: Node[] = []
  const flush = () => {
    pieces.push(...readText(line, { element, style, part, marker, on }))
    line = []
  }
  for (const child of element.childNodes) {
    if (isInline(child)) line.push(child)
    else if (child instanceof Element) {
      flush()
      if (child.tagName === 'math') line.push(child)
      else readBlock(child, { part, marker }, pieces)
    }
  }
  flush()
}

function pictureOf(image: HTMLImageElement, style: CSSStyleDeclaration, part: string): Piece {
  const [x = 0, y = 0] = style.objectPosition.split(' ').map((at) => Number.parseFloat(at) / 100)
  const { src = '' } = image.dataset
  return { kind: 'picture', part, box: boxOf(image), src, alt: image.alt, fit: style.objectFit, at: [x, y] }
}

Object.assign(globalThis, { readSlides })
