import { ckmeans } from 'simple-statistics'
import { extentOf } from '../util/extent.ts'

/** A part of the countdown, from one rank down to another. */
export interface DraftAct {
  key: string
  from: number
  to: number
}

const KEYS = ['one', 'two', 'three', 'four', 'five']
/** A list of so many rows has one act more. */
const MORE_ACTS = [6, 12, 60, 400]
/** An act of fewer is none. */
const LEAST = 3
/** Least share of the rows in the first act: a count does not begin with a few. */
const LEAST_FIRST = 1 / 8

/**
 * Acts break where the values do, at natural breaks; where the values do not go along the order, they are of one size.
 *
 * @param values in the order of telling
 */
export function actsOf(values: readonly number[], follows: boolean): DraftAct[] {
  const wanted = Math.min(
    1 + MORE_ACTS.filter((rows) => values.length >= rows).length,
    Math.max(1, Math.floor(values.length / LEAST)),
  )
  const sizes = follows ? breaksOf(values, wanted) : evenly(values.length, wanted)
  let from = values.length
  return sizes.map((size, index) => {
    const act = { key: KEYS[index] ?? `act${index + 1}`, from, to: from - size + 1 }
    from -= size
    return act
  })
}

function evenly(count: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, part) => Math.floor(((part + 1) * count) / parts) - Math.floor((part * count) / parts))
}

/** More breaks are tried where some make acts that are too small and are undone. */
function breaksOf(values: readonly number[], wanted: number): number[] {
  const different = new Set(values).size
  const tries = [0, 1, 2, 3].map((more) => merged(naturalSizes(values, Math.min(wanted + more, different)), values))
  return (
    tries.find((sizes) => sizes.length >= wanted && sizes.length <= wanted + 1) ??
    tries.toSorted((a, b) => b.length - a.length)[0] ?? [values.length]
  )
}

/** Classes that differ least within themselves; values of one sign that span magnitudes are compared by their logarithms. */
function naturalSizes(values: readonly number[], classes: number): number[] {
  const [least, most] = extentOf(values)
  const scale = least > 0 && most > 20 * least ? Math.log : (value: number) => value
  const sizes = ckmeans(values.map(scale), classes).map((group) => group.length)
  return (values[0] ?? 0) <= (values.at(-1) ?? 0) ? sizes : sizes.reverse()
}

/** Too small an act is told with the neighbour whose values are nearer. */
function merged(sizes: readonly number[], values: readonly number[]): number[] {
  const least = (index: number) => (index === 0 ? Math.max(LEAST, values.length * LEAST_FIRST) : LEAST)
  const small = sizes.findIndex((size, index) => size < least(index))
  if (small === -1 || sizes.length === 1) return [...sizes]
  const begin = sizes.slice(0, small).reduce((sum, size) => sum + size, 0)
  const end = begin + (sizes[small] ?? 0)
  // Nothing is near beyond either end.
  const gap = (at: number) => Math.abs((values[at] ?? Number.POSITIVE_INFINITY) - (values[at - 1] ?? Number.POSITIVE_INFINITY))
  const at = gap(begin) <= gap(end) ? small - 1 : small
  return merged([...sizes.slice(0, at), (sizes[at] ?? 0) + (sizes[at + 1] ?? 0), ...sizes.slice(at + 2)], values)
}
