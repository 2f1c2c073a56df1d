import { areRelated, type Direction, type Ground, type GroundScale, isShared } from './ground.ts'

/**
 * Where a position goes when the ground changes beneath it; undefined where it has no place there. Both in px of the frame. `near` is the
 * middle of what it is an edge of, and tells to which of two bands that touch it belongs.
 */
export type Transport = (position: number, near?: number) => number | undefined

/** The transports between two grounds, by direction. */
export type Transports = Record<Direction, Transport>

/** What goes from one ground to another: data by their values, all else with the box of the plot. */
export interface Carrier {
  from: Ground
  to: Ground
  data: Transports
  box: Transports
}

/** Prepares the way from one ground to another. */
export function carrierOf(from: Ground, to: Ground): Carrier {
  const data = { x: transportOf(from, to, 'x'), y: transportOf(from, to, 'y') }
  return { from, to, data, box: { x: boxTransport(from, to, 'x'), y: boxTransport(from, to, 'y') } }
}

/**
 * Carries positions from one ground to another along a direction: by their value where both show the same, from every cell of a
 * facet, else with the box of the plot.
 */
export function transportOf(from: Ground, to: Ground, direction: Direction): Transport {
  if (!isShared(from, to, direction)) return boxTransport(from, to, direction)
  const [source, target] = [from.scales[direction], to.scales[direction]] as [GroundScale, GroundScale]
  const carry = source.isDiscrete ? bandTransport(source, target) : valueTransport(source, target)
  const cells = from.cells?.[direction]
  if (!cells) return carry
  const centre = (from[direction][0] + from[direction][1]) / 2
  return (position, near = position) => {
    const [cell = 0] = [...cells].sort((one, other) => Math.abs(centre + one - near) - Math.abs(centre + other - near))
    return carry(position - cell, near - cell)
  }
}

/**
 * Carries positions with the box: in proportion within it, at the same distance beside it. On another ground altogether, such as a map,
 * there is no such place, and a facet has no box of its own.
 */
export function boxTransport(from: Ground, to: Ground, direction: Direction): Transport {
  const [[least, most], [low, high]] = [from[direction], to[direction]]
  if (!areRelated(from, to) || most === least || high === low) return (position) => position
  const factor = (high - low) / (most - least)
  return (position) => {
    if (position < least - EDGE) return position - least + low
    return position > most + EDGE ? position - most + high : low + (position - least) * factor
  }
}

/** How far beside the box something still stands on its edge, in px. */
const EDGE = 1.5

function valueTransport(source: GroundScale, target: GroundScale): Transport {
  return (position) => {
    const value = source.valueAt(position)
    const placed = value === undefined ? undefined : target.place(value)
    return placed !== undefined && Number.isFinite(placed) ? placed : undefined
  }
}

/** A position belongs to the band it lies in, or to the nearest. */
function bandTransport(source: GroundScale, target: GroundScale): Transport {
  const bands = source.domain.map((value) => [value, source.place(value) ?? Number.NaN] as const)
  return (position, near = position) => {
    let nearest: readonly [unknown, number] | undefined
    const distance = ([, start]: readonly [unknown, number]) => Math.abs(start + source.band / 2 - near)
    for (const band of bands) if (!nearest || distance(band) < distance(nearest)) nearest = band
    const start = nearest && target.place(nearest[0])
    if (!nearest || start === undefined) return undefined
    const factor = source.band === 0 ? 1 : target.band / source.band
    return start + (position - nearest[1]) * factor
  }
}
