import type { Size } from '../../story/picture.ts'

/** Attributes by name; what is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element as text. Children are written already; text among them has gone through `escapeXml`. Throws for a number that is none. */
export function xml(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  let start = `<${name}`
  for (const key in attributes) {
    const value = attributes[key]
    if (value === undefined) continue
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${name} ${key}: found ${value}, expected a number`)
    start += ` ${key}="${typeof value === 'number' ? value : escapeXml(value)}"`
  }
  const content = children.join('')
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`
}

/** A part of the file: the declaration and its root element. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML may hold it: characters that no XML file can have, such as most controls and halves of pairs, are left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}

/** What programs read that know the extension with this prefix, and what others read. */
export function alternateContent(prefix: string, namespace: string, newer: string, older: string): string {
  return xml(
    'mc:AlternateContent',
    { 'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006' },
    xml('mc:Choice', { [`xmlns:${prefix}`]: `http://schemas.microsoft.com/office/${namespace}/main`, Requires: prefix }, newer),
    xml('mc:Fallback', {}, older),
  )
}

/** Stands around what is written twice, and between the two; `escapeXml` leaves these characters in no text. */
const [TWICE, OR] = ['\u0001', '\u0002']

/** What is written twice within an object, until `withAlternatives` writes the whole object twice, as Office reads it. */
export function either(newer: string, older: string): string {
  return TWICE + newer + OR + older + TWICE
}

/** An object with what programs since 2010 read and what others do, where it holds both. */
export function withAlternatives(object: string): string {
  if (!object.includes(TWICE)) return object
  const pieces = object.split(TWICE)
  const pick = (which: 0 | 1) => pieces.map((piece, index) => (index % 2 === 0 ? piece : (piece.split(OR)[which] ?? ''))).join('')
  return alternateContent('a14', 'drawing/2010', pick(0), pick(1))
}

/** A place on a slide in px of 1280 × 720. */
export interface Box extends Size {
  x: number
  y: number
}

/** The size of a slide in px, as the deck has it. */
export const SLIDE: Size = { width: 1280, height: 720 }

/** What of a box is on the slide. */
export function onSlide({ x, y, width, height }: Box): Box {
  const [left, right] = [x, x + width].map((at) => Math.min(SLIDE.width, Math.max(0, at))) as [number, number]
  const [top, bottom] = [y, y + height].map((at) => Math.min(SLIDE.height, Math.max(0, at))) as [number, number]
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Pixels as Office counts lengths: 914,400 to the inch, which has 96 px. */
export function emu(px: number): number {
  return Math.round(px * 9525)
}

/** A length of type in px as hundredths of a point. */
export function hundredths(px: number): number {
  return Math.round(px * 75)
}

/** A type size in px as hundredths of a point, of which Office takes no fewer than 100 and no more than 400,000. */
export function typeSize(px: number): number {
  return Math.min(400_000, Math.max(100, hundredths(px)))
}
