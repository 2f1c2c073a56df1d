import type { Size } from './picture.ts'

/** Tag of the Exif field that says how a camera was held, and the least value of those that stand on their side. */
const [ORIENTATION, ON_ITS_SIDE] = [0x0112, 5]

/** The size of a JPEG as browsers show it: turned as its camera was held. Segments as in ITU T.81, B.1.1.2. */
export function sizeOfJpeg(bytes: Buffer): Size | undefined {
  let turned = false
  for (let at = 2; bytes[at] === 0xff; ) {
    const marker = bytes.readUInt8(at + 1)
    // Any number of bytes may fill the room before a marker.
    if (marker === 0xff) {
      at++
      continue
    }
    if (isFrame(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]
      return turned ? { width: height, height: width } : { width, height }
    }
    const length = bytes.readUInt16BE(at + 2)
    if (marker === 0xe1) turned ||= isTurned(bytes.subarray(at + 4, at + 2 + length))
    at += 2 + length
  }
  return undefined
}

/** Headers of frames, among whose numbers are those of tables (C4, CC) and of what is reserved (C8). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** Whether Exif, a small TIFF file, says that width and height change places. */
function isTurned(segment: Buffer): boolean {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return false
  const tiff = segment.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  try {
    const fields = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
    for (let index = 0; index < short(fields); index++) {
      const field = fields + 2 + index * 12
      if (short(field) === ORIENTATION) return short(field + 8) >= ON_ITS_SIDE && short(field + 8) <= 8
    }
  } catch {
    // Browsers show a picture with broken Exif as it is.
  }
  return false
}
