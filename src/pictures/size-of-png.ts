import type { Size } from '../story/picture.ts'
import { isTurned, turned } from './is-turned.ts'

/** The size of a PNG as browsers show it: turned as the Exif before its first row says (`eXIf` of the third edition). */
export function sizeOfPng(bytes: Buffer): Size {
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  for (let at = 33; at + 8 <= bytes.length; at += bytes.readUInt32BE(at) + 12) {
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (type === 'eXIf') return turned(size, isTurned(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at))))
    if (type === 'IDAT') break
  }
  return size
}
