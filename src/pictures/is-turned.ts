import type { Size } from '../story/picture.ts'

/** Tag of the Exif field that says how a camera was held, and the values of those that were held upright. */
const [ORIENTATION, FIRST, LAST] = [0x0112, 5, 8]

/** Whether Exif, a small TIFF file, says that a picture is shown with width and height exchanged. */
export function isTurned(tiff: Buffer): boolean {
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  try {
    const fields = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
    for (let index = 0; index < short(fields); index++) {
      const field = fields + 2 + index * 12
      if (short(field) === ORIENTATION) return short(field + 8) >= FIRST && short(field + 8) <= LAST
    }
  } catch {
    // Browsers show a picture with broken Exif as it is.
  }
  return false
}

/** Width and height as they are shown. */
export function turned({ width, height }: Size, isOnItsSide: boolean): Size {
  return isOnItsSide ? { width: height, height: width } : { width, height }
}
