/** Rounds a coordinate to a tenth of a pixel, which no screen or paper shows. */
export function round(value: number, decimals = 1): number {
  const factor = 10 ** decimals
  return Math.round(value * factor) / factor + 0
}
