import type { Notation } from '../../motion/notation.ts'
import { createCounter } from './count.ts'
import { type Sprite, TEXT } from './mark-node.ts'

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
const DISCRETE = /^(?:clip-path|font-weight|font-family|stroke-dasharray|href|class)$/

/** The way from what a sprite shows to a value, or undefined where it changes at once. */
export function interpolate(sprite: Sprite, name: string, to: string | undefined, notation: Notation): Interpolator | undefined {
  const [from, end] = [sprite.written[name] ?? DEFAULTS[name], to ?? DEFAULTS[name]]
  if (from === undefined || end === undefined || from === end || DISCRETE.test(name)) return undefined
  if (name === TEXT) return createCounter(from, end, notation)
  if (name === 'fill' || name === 'stroke')
    return isReference(from) || isReference(end) ? undefined : mixColors(plainColor(sprite, name, from), end)
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

/** A gradient is defined elsewhere, and changes at once. */
function isReference(color: string): boolean {
  return color.startsWith('url(')
}

/** Mixed by the browser, so that the colours of the theme stay what they are, and stay live. */
function mixColors(from: string, to: string): Interpolator {
  const [start, end] = [from, to].map((color) => (color === 'none' ? 'transparent' : color))
  return (time) => `color-mix(in srgb,${start},${end} ${Math.round(time * 100)}%)`
}

/** A move that is interrupted would nest one mix in the next. */
function plainColor({ element }: Sprite, name: 'fill' | 'stroke', color: string): string {
  return color.startsWith('color-mix') ? getComputedStyle(element)[name] : color
}
