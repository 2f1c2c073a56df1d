import { type Box, TOLERANCE } from '../sheet.ts'
import type { Painter } from './painters.ts'

/** Finds what paints on a line, in the order of the document. */
export type Lookup = (line: Box) => Painter[]

/** Height of the bands that painters are looked up by, in px. */
const BAND = 256

/** Makes painters quick to find, since some pages have thousands of them and of texts. */
export function createLookup(painters: readonly Painter[]): Lookup {
  const bands = new Map<number, Painter[]>()
  for (const painter of painters) {
    for (const band of new Set(painter.boxes.flatMap(bandsOf))) {
      const there = bands.get(band)
      if (there) there.push(painter)
      else bands.set(band, [painter])
    }
  }
  return (line) => {
    const [band = 0, ...more] = bandsOf(line)
    const found = (bands.get(band) ?? []).filter((painter) => meets(painter, line))
    if (more.length === 0) return found
    const all = new Set([...found, ...more.flatMap((other) => bands.get(other) ?? []).filter((painter) => meets(painter, line))])
    return [...all].sort((a, b) => a.at - b.at)
  }
}

function bandsOf({ top, bottom }: Box): number[] {
  const first = Math.floor(top / BAND)
  return Array.from({ length: Math.floor(bottom / BAND) - first + 1 }, (_, index) => first + index)
}

function meets({ boxes }: Painter, line: Box): boolean {
  return boxes.some(
    (box) =>
      Math.min(box.right, line.right) - Math.max(box.left, line.left) > TOLERANCE &&
      Math.min(box.bottom, line.bottom) - Math.max(box.top, line.top) > TOLERANCE,
  )
}
