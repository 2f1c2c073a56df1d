import { crc32 } from 'node:zlib'
import { samples } from './samples.ts'

/** Exif of a camera that was held upright (tag 0x0112, value 6). */
function exif(order: 'II' | 'MM'): Buffer {
  const short = (value: number) => (order === 'II' ? [value, 0] : [0, value])
  const long = (value: number) => (order === 'II' ? [value, 0, 0, 0] : [0, 0, 0, value])
  const orientation = order === 'II' ? [0x12, 0x01] : [0x01, 0x12]
  const field = [...orientation, ...short(3), ...long(1), ...short(6), 0, 0]
  return Buffer.from([...Buffer.from(order), ...short(42), ...long(8), ...short(1), ...field, ...long(0)])
}

/** The sample of a JPEG as a camera writes it that was held upright. */
export function turnedJpeg(order: 'II' | 'MM'): Buffer {
  const segment = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(order)])
  const head = Buffer.from([0xff, 0xe1, 0, segment.length + 2])
  return Buffer.concat([samples.jpeg.subarray(0, 2), head, segment, samples.jpeg.subarray(2)])
}

/** The sample of a PNG with the same Exif, in a chunk after the header. */
export function turnedPng(): Buffer {
  const chunk = Buffer.concat([Buffer.from('eXIf'), exif('MM')])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(chunk.length - 4)
  sum.writeUInt32BE(crc32(chunk))
  return Buffer.concat([samples.png.subarray(0, 33), length, chunk, sum, samples.png.subarray(33)])
}

/** The sample of an AVIF turned by a quarter: its last property, `pixi`, is exchanged for an `irot`, which is 7 bytes shorter. */
export function turnedAvif(): Buffer {
  const at = (type: string) => samples.avif.indexOf(type, 0, 'latin1') - 4
  const pixi = at('pixi')
  const irot = Buffer.from('\0\0\0\x09irot\x01', 'latin1')
  const turned = Buffer.concat([samples.avif.subarray(0, pixi), irot, samples.avif.subarray(pixi + 16)])
  for (const type of ['meta', 'iprp', 'ipco']) turned.writeUInt32BE(turned.readUInt32BE(at(type)) - 7, at(type))
  const data = samples.avif.indexOf('mdat', 0, 'latin1') + 4
  const offset = turned.indexOf(Buffer.from([0, 0, data >> 8, data & 0xff]), at('iloc'))
  turned.writeUInt32BE(data - 7, offset)
  return turned
}
