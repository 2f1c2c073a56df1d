import type { Box, Container, TextBlock, Wanted } from '../sheet.ts'
import { isPainted, styleOf } from './computed-styles.ts'

/** Further than any page reaches, in px. */
const FAR = 1e9
/** How far a label may hang into the margin of its paper, in px: 2 mm. */
const HANG = 7.5

/** The containers of one sheet, each listed once; the sheet itself comes first. */
export interface Containers {
  list: Container[]
  /** Positions of the containers that a block of text should stay inside of, innermost first. */
  around(block: Element): number[]
}

/** Finds containers as they are asked for. */
export function createContainers(sheet: Element, wanted: Wanted): Containers {
  const list: Container[] = [{ name: wanted.name, boxes: [boxOfSheet(sheet, wanted)] }]
  const known = new Map<Element, number>([[sheet, 0]])
  const position = (element: Element) => {
    const at = known.get(element) ?? list.push(containerOf(element)) - 1
    known.set(element, at)
    return at
  }
  return { list, around: (block) => roomsAround(block, sheet).map(position) }
}

/** The elements from a block up to its sheet that text may not leave. What is scrolled has no end but its own. */
function roomsAround(block: Element, sheet: Element): Element[] {
  const elements: Element[] = []
  for (let element: Element | null = block; element && element !== sheet; element = element.parentElement) {
    const { display, overflowX, overflowY } = styleOf(element)
    if (/auto|scroll/.test(overflowX + overflowY)) return elements
    if (element instanceof SVGElement ? isFrame(element) : display !== 'inline' && display !== 'contents') elements.push(element)
    if (leavesItsColumn(element)) break
  }
  return [...elements, sheet]
}

/** Whether an element is placed elsewhere, set out of its column on purpose, or a picture that shows what leaves it: its sheet alone holds it. */
function leavesItsColumn(element: Element): boolean {
  const { position, marginLeft, marginRight } = styleOf(element)
  if (element instanceof SVGSVGElement && !isFrame(element)) return true
  return /absolute|fixed/.test(position) || /^-/.test(marginLeft) || /^-/.test(marginRight)
}

/** A picture that shows nothing of what leaves it. */
function isFrame(element: SVGElement): boolean {
  return element instanceof SVGSVGElement && styleOf(element).overflowX !== 'visible'
}

function containerOf(element: Element): Container {
  const boxes = [...element.getClientRects()].map(boxOf)
  if (element instanceof SVGElement) return { name: 'chart', boxes }
  return styleOf(element).overflowY === 'visible' ? { boxes } : { boxes, clips: true }
}

function boxOfSheet(sheet: Element, { extent }: Wanted): Box {
  const box = boxOf(sheet.getBoundingClientRect())
  if (extent === 'window') return { left: 0, right: innerWidth, top: -FAR, bottom: FAR }
  if (extent === 'box') return box
  const least = Number.parseFloat(styleOf(sheet).minHeight)
  return { left: box.left - HANG, right: box.right + HANG, top: box.top, bottom: least > 0 ? box.top + least : FAR }
}

/** Plain numbers of a rectangle. */
export function boxOf({ left, top, right, bottom }: DOMRect): Box {
  return { left, top, right, bottom }
}

/** Other things that no text may lie over, by their boxes. */
export function findObstacles(sheet: Element, obstacles: string): TextBlock[] {
  return [...sheet.querySelectorAll(obstacles)].map((element) => ({
    words: element.getAttribute('aria-label') ?? '',
    part: element.classList[0] ?? element.localName,
    isLabel: false,
    size: Number.MAX_VALUE,
    lines: [boxOf(element.getBoundingClientRect())],
    within: [],
  }))
}

/** The pictures of a sheet, which keep to their containers as texts do, and which no text may lie over. They have no letters. */
export function findPictures(sheet: Element, containers: Containers, { ignore }: Required<Wanted>): TextBlock[] {
  return (
    [...sheet.querySelectorAll('img')]
      // One that fills its place at any cost is the ground for what stands on it.
      .filter((picture) => styleOf(picture).objectFit !== 'cover')
      .filter((picture) => !picture.closest(ignore) && picture.getClientRects().length > 0 && isPainted(picture))
      .map((picture) => ({
        words: picture.alt,
        part: 'picture',
        isLabel: false,
        size: Number.MAX_VALUE,
        lines: [paintedBox(picture)],
        within: containers.around(picture),
      }))
  )
}

/** A picture that is shown whole may be smaller than its box, and is at that side of it where its place is. */
function paintedBox(picture: HTMLImageElement): Box {
  const box = boxOf(picture.getBoundingClientRect())
  const { objectFit, objectPosition } = styleOf(picture)
  const { naturalWidth, naturalHeight } = picture
  if (objectFit !== 'contain' || naturalWidth === 0) return box
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  const scale = Math.min(width / naturalWidth, height / naturalHeight)
  const [across = 0, down = 0] = objectPosition.split(' ').map((share) => Number.parseFloat(share) / 100)
  const left = box.left + (width - naturalWidth * scale) * across
  const top = box.top + (height - naturalHeight * scale) * down
  return { left, top, right: left + naturalWidth * scale, bottom: top + naturalHeight * scale }
}
