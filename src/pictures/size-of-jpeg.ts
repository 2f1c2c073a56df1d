import type { Size } from '../story/picture.ts'
import { isTurned, turned } from './is-turned.ts'

/** The size of a JPEG as browsers show it: turned as its camera was held. Segments as in ITU T.81, B.1.1.2. */
export function sizeOfJpeg(bytes: Buffer): Size | undefined {
  let isOnItsSide = false
  for (let at = 2; bytes[at] === 0xff; ) {
    const marker = bytes.readUInt8(at + 1)
    // Any number of bytes may fill the room before a marker.
    if (marker === 0xff) {
      at++
      continue
    }
    if (isFrame(marker)) {
      return turned({ width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }, isOnItsSide)
    }
    const length = bytes.readUInt16BE(at + 2)
    const segment = bytes.subarray(at + 4, at + 2 + length)
    if (marker === 0xe1 && segment.toString('latin1', 0, 6) === 'Exif\0\0') isOnItsSide ||= isTurned(segment.subarray(6))
    at += 2 + length
  }
  return undefined
}

/** Whether a JPEG has its end. What cameras write after it is long in some files, and a small picture in its Exif has an end, too. */
export function hasJpegEnd(bytes: Buffer): boolean {
  const rows = bytes.lastIndexOf(Buffer.from([0xff, 0xda]))
  return bytes.includes(Buffer.from([0xff, 0xd9]), Math.max(rows, 0))
}

/** Headers of frames, among whose numbers are those of tables (C4, CC) and of what is reserved (C8). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}
