import { readGradient } from './definitions.ts'
import { createCounter, type Notation } from './notation.ts'

/** The name under which an element's text is kept among its attributes. */
export const TEXT = '#text'

/** The value of an attribute at a time between 0 and 1. */
export type Interpolator = (time: number) => string

const NUMBER = /-?\d*\.?\d+(?:e-?\d+)?/g

/** What an attribute means where it is absent; others change at once. */
const DEFAULTS: Readonly<Record<string, string>> = {
  fill: 'none',
  stroke: 'none',
  opacity: '1',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'stroke-width': '1',
  rx: '0',
  transform: 'translate(0 0)',
}

/** Attributes whose numbers must not be mixed. */
const DISCRETE = /^(?:font-weight|font-family|stroke-dasharray|href|class)$/

/** The way from one value of an attribute to another, or undefined where it changes at once. */
export function interpolate(
  name: string,
  from: string | undefined = DEFAULTS[name],
  end: string | undefined = DEFAULTS[name],
  notation: Notation,
): Interpolator | undefined {
  if (from === undefined || end === undefined || from === end || DISCRETE.test(name)) return undefined
  if (name === TEXT) return createCounter(from, end, notation)
  if (name === 'clip-path') return mixClips(describedBy(from), describedBy(end))
  if (name === 'fill' || name === 'stroke') return mixPaints(from, end)
  if (name === 'font-size') return mixSizes(Number(from), Number(end))
  return mixNumbers(from, end)
}

/** Whether path data can move into each other number by number. */
export function isAlike(d: string | undefined, other: string | undefined): boolean {
  return d === other || structure(d) === structure(other)
}

function structure(text = ''): string {
  return text.replace(NUMBER, '#').replace(/[ ,]/g, '')
}

function mixNumbers(from: string, to: string): Interpolator | undefined {
  const [a, b] = [Number(from), Number(to)]
  if (!Number.isNaN(a + b)) return (time) => `${short(a + (b - a) * time)}`
  const pattern = structure(to)
  if (structure(from) !== pattern) return undefined
  const [starts, ends] = [numbersOf(from), numbersOf(to)]
  const parts = pattern.split('#')
  return (time) => parts.map((part, i) => (i < ends.length ? `${part} ${short(mix(starts[i], ends[i], time))}` : part)).join('')
}

/** By halves of a px: for every size that it meets for the first time, the browser asks the system for a font, and waits. */
function mixSizes(from: number, to: number): Interpolator {
  return (time) => `${Math.round(mix(from, to, time) * 2) / 2}`
}

function numbersOf(text: string): number[] {
  return (text.match(NUMBER) ?? []).map(Number)
}

function mix(from = 0, to = 0, time: number): number {
  return from + (to - from) * time
}

function short(value: number): number {
  return Math.round(value * 100) / 100
}

/** What is defined elsewhere is referred to by its description; on its way it is marked, since it is another at every frame. */
export function referenceTo(described: string): string {
  return `url(${described})`
}

/** The description of what a value refers to, undefined for a value of its own. */
export function describedBy(value: string): string | undefined {
  return value.startsWith('url(') ? value.slice(4, -1) : undefined
}

/** What a description on its way begins with. */
export const MOVING = '~'

/** Clips of one kind move number by number. */
function mixClips(from: string | undefined, to: string | undefined): Interpolator | undefined {
  const numbers = from === undefined || to === undefined ? undefined : mixNumbers(from, to)
  return numbers && ((time) => referenceTo(MOVING + numbers(time).trim().replace(/ +/g, ' ')))
}

function mixPaints(from: string, to: string): Interpolator | undefined {
  const [start, end] = [describedBy(from), describedBy(to)]
  if (start === undefined && end === undefined) return mixColors(from, to)
  return start === undefined || end === undefined ? undefined : mixGradients(start, end)
}

/** Gradients of one kind move place by place and colour by colour. */
function mixGradients(from: string, to: string): Interpolator | undefined {
  const [a, b] = [readGradient(from), readGradient(to)]
  if (a.isRadial !== b.isRadial || a.stops.length !== b.stops.length) return undefined
  const stops = b.stops.map(({ offset, color }, index) => {
    const [start, mixed] = [a.stops[index], mixColors(a.stops[index]?.color ?? color, color)]
    return (time: number) => `,${short(mix(Number(start?.offset), Number(offset), time))} ${mixed(time)}`
  })
  return (time) => {
    const at = b.at.map((place, index) => short(mix(a.at[index], place, time))).join(' ')
    return referenceTo(`${MOVING}${b.isRadial ? 'radial' : 'linear'}(${at}${stops.map((stop) => stop(time)).join('')})`)
  }
}

/** Mixed by the browser, so that the colours of the theme stay what they are, and stay live. */
function mixColors(from: string, to: string): Interpolator {
  const [start, end] = [from, to].map((color) => (color === 'none' ? 'transparent' : color))
  return (time) => `color-mix(in srgb,${start},${end} ${Math.round(time * 100)}%)`
}
