/** Names under which Vega knows the colours of a page from weak to strong, and from one side to the other. */
export const RAMP_NAME = 'countdown-ramp'
export const SIDES_NAME = 'countdown-sides'

/** Vega mixes the colours of a ramp itself, and cannot mix those of a page: these stand for a part of the way through a ramp, or from side to side. */
export const standIn = (of: 1 | 2) => (part: number) => `rgb(${Math.round(255 * part)}, ${of}, 254)`

/** What a mixed colour of a ramp is on a page, which has its ends in light and dark, beyond them, too; any other colour as it is. */
export function pageColor(color: string): string {
  const [, mixed, side] = /^rgb\((-?\d+), ([12]), 254\)$/.exec(color) ?? []
  if (mixed === undefined) return color
  return (side === '1' ? rampColor : sidesColor)(Math.min(Math.max(Number(mixed) / 255, 0), 1))
}

/** The colour of a page at a part of the way through its ramp, 0…1. */
export function rampColor(part: number): string {
  return mix('--ramp-start', '--ramp-end', percent(part))
}

/** The same from one side to the other. */
export function sidesColor(part: number): string {
  const all = percent(part)
  return all <= 50 ? mix('--side-start', '--side-middle', 2 * all) : mix('--side-middle', '--side-end', 2 * all - 100)
}

function percent(part: number): number {
  return Math.round(part * 1000) / 10
}

function mix(from: string, to: string, part: number): string {
  if (part === 0) return `var(${from})`
  return part === 100 ? `var(${to})` : `color-mix(in oklab,var(${from}),var(${to}) ${Math.round(part * 10) / 10}%)`
}
