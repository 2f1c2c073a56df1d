import type { Config } from 'vega-lite'
import { extentOf } from '../util/extent.ts'
import { textWidth } from './measure-text.ts'
import { marksOf, numberOf, type SceneItem, type SceneMark } from './scenegraph.ts'

/** A chart's title, as far as it is read here. */
interface Title {
  text?: unknown
  subtitle?: unknown
  fontSize?: unknown
  subtitleFontSize?: unknown
  limit?: unknown
  orient?: unknown
}

/** A chart, or a view of it, as far as it is read here. */
export interface Scope {
  name?: string
  title?: unknown
  marks?: Scope[]
}

/**
 * How long the titles of a chart and its views may be, in px: along their upper and lower edge, and along their sides. By the names
 * of views.
 */
export type TitleRooms = ReadonlyMap<string, { width: number; height: number }>

/** Shorter lines than so many times their type do not break. */
const SHORT = 10

/** Titles shorter than this, in px, have room at any chart. */
const ANYWHERE = { width: 150, height: 150 }

/**
 * Takes titles away that would make their chart wider or higher than it is without them: Vega writes each text on one line, and the plot
 * would shrink until that fits. Tells whether there were any; they come back when it is known how much room they have.
 */
export function takeLongTitles(scope: Scope, look: Config): boolean {
  const inner = (scope.marks ?? []).map((mark) => takeLongTitles(mark, look)).some(Boolean)
  const wrapped = wrappedTitle(scope, ANYWHERE, look)
  const isLong = [wrapped?.text, wrapped?.subtitle].some((lines) => Array.isArray(lines))
  if (isLong) delete scope.title
  return inner || isLong
}

/** Breaks titles, and what stands below them, between words into lines for which there is room. */
export function wrapTitles(scope: Scope, rooms: TitleRooms, look: Config, name: string | undefined = ''): void {
  const room = name === undefined ? undefined : rooms.get(name)
  const wrapped = room && wrappedTitle(scope, room, look)
  if (wrapped) scope.title = wrapped
  for (const mark of scope.marks ?? []) wrapTitles(mark, rooms, look, mark.name)
}

function titleOf({ title }: Scope): Title | undefined {
  return typeof title === 'string' ? { text: title } : ((title as Title | null | undefined) ?? undefined)
}

function wrappedTitle(scope: Scope, room: { width: number; height: number }, { title: look }: Config): Title | undefined {
  const title = titleOf(scope)
  if (!title || title.limit !== undefined) return undefined
  const length = title.orient === 'left' || title.orient === 'right' ? room.height : room.width
  const { text, subtitle, fontSize = look?.fontSize, subtitleFontSize = look?.subtitleFontSize } = title
  const wrapped = { ...title, text: linesOf(text, length, Number(fontSize), 600) }
  return subtitle === undefined ? wrapped : { ...wrapped, subtitle: linesOf(subtitle, length, Number(subtitleFontSize), 400) }
}

/** What is no text, such as a signal, stays. */
function linesOf(text: unknown, length: number, size: number, weight: number): unknown {
  const given = [text].flat()
  if (!given.every((line) => typeof line === 'string')) return text
  const most = Math.max(length, SHORT * size)
  const lines = given.flatMap((line) => broken(line, (words) => textWidth(words, size, '', weight) <= most))
  return lines.length > 1 ? lines : text
}

/** The words of a text in lines that fit; one that fits no line has one of its own. */
function broken(text: string, fits: (words: string) => boolean): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/**
 * The room that the views of a chart without titles have for them: from where their plots begin to where all of them ends, and as high as
 * the plot. That of the whole is as wide as its area where this is wider, and at most so many times as wide.
 */
export function titleRooms(root: SceneMark, area: { width: number; height: number }, most: number): TitleRooms {
  const rooms = new Map<string, { width: number; height: number }>()
  const visit = (name: string, item: SceneItem) => {
    const parts = marksOf(item) as (SceneMark & { bounds: Record<'x1' | 'x2' | 'y1' | 'y2', number> })[]
    const seen = parts.filter(({ bounds }) => bounds.x1 <= bounds.x2)
    const end = (side: 'x2' | 'y2') => extentOf(seen.map(({ bounds }) => bounds[side]))[1]
    rooms.set(name, { width: end('x2'), height: numberOf(item, 'height') || end('y2') })
    for (const mark of parts) if (mark.name !== undefined && mark.items[0]?.items) visit(mark.name, mark.items[0])
  }
  if (root.items[0]) visit('', root.items[0])
  const whole = rooms.get('')
  if (whole) whole.width = Math.max(whole.width, Math.min(whole.width * most, (area.width / area.height) * whole.height))
  return rooms
}
