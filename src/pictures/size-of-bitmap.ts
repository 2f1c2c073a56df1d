import probe from 'probe-image-size/sync.js'
import type { Size } from '../story/picture.ts'

/** Values of the Exif field that says how a camera was held, of those that were held upright. */
const [FIRST, LAST] = [5, 8]

/** The size of a picture of px as browsers show it, turned as its camera was held. Undefined where the file has none, or ends too early. */
export function sizeOfBitmap(bytes: Buffer): Size | undefined {
  const found = probe(bytes)
  if (!found) return undefined
  const { width, height, orientation = orientationOfPng(bytes) } = found
  return orientation >= FIRST && orientation <= LAST ? { width: height, height: width } : { width, height }
}

/** Browsers turn a PNG as the Exif before its first row says (`eXIf` of the third edition), which is a small TIFF file; 1 where there is none. */
function orientationOfPng(bytes: Buffer): number {
  const chunk = bytes.indexOf('eXIf', 33, 'latin1')
  if (bytes.toString('latin1', 1, 4) !== 'PNG' || chunk === -1 || chunk > bytes.indexOf('IDAT', 33, 'latin1')) return 1
  const tiff = bytes.subarray(chunk + 4, chunk + 4 + bytes.readUInt32BE(chunk - 4))
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  // One field says it: its tag, the kind of its value, and how many there are.
  const field = Buffer.from(isLittle ? [0x12, 1, 3, 0, 1, 0, 0, 0] : [1, 0x12, 0, 3, 0, 0, 0, 1])
  const at = tiff.indexOf(field)
  return at === -1 ? 1 : (tiff[at + field.length + (isLittle ? 0 : 1)] ?? 1)
}
