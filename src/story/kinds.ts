import { shown } from '../util/diagnostic.ts'
import { unusableText } from '../util/unusable-text.ts'

/** What a value of a deck must be: says what is wrong with one that is not. */
export type Kind = (value: unknown) => string | undefined

/** A kind by what is expected and whether a value is it; `nameOf` says what was found in its place. */
export function expecting(expected: string, is: (value: unknown) => boolean, nameOf = typeNameOf): Kind {
  return (value) => (is(value) ? undefined : `found ${nameOf(value)}, expected ${expected}`)
}

/** The same, or nothing at all. */
export function optional(kind: Kind): Kind {
  return (value) => (value === undefined ? undefined : kind(value))
}

/** Nothing to see: white space, and what only steers what stands beside it. */
const UNSEEN = /^[\s\p{C}]*$/u
/** Control characters, and those that turn the direction of what follows them beyond the text itself. */
const STEERING = /[\u202a-\u202e]|[^\P{Cc}\t\r\n]/u

export const isText = (value: unknown): value is string => typeof value === 'string'
export const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText)
export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
export const list = expecting('a list', Array.isArray)
export const object = expecting('an object', isObject)
export const callable = expecting('a function', (value) => typeof value === 'function')
export const anyText = expecting('a text', isText)

/** A text that can be read. */
export const text: Kind = (value) => {
  if (!isText(value)) return anyText(value)
  const unseen = expecting('a text', () => !UNSEEN.test(value))(value)
  const steering = STEERING.test(value) ? `found ${shown(value)}, expected no control characters; remove them` : undefined
  return unusableText(value) ?? steering ?? unseen
}

/** A number of some range. */
export function numberFrom(expected: string, is: (value: number) => boolean): Kind {
  return expecting(expected, (value) => typeof value === 'number' && is(value))
}

/** A value as messages name it: a text as it is, all else by what it is. */
export function typeNameOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' && value !== null ? 'an object' : shown(String(value))
}
