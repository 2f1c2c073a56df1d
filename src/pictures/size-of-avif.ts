import type { Size } from '../story/picture.ts'
import { turned } from './is-turned.ts'

/** A box of the ISO base media file format (ISO 14496-12, 4.2): four letters, and what it holds. */
interface Box {
  type: string
  content: Buffer
}

/** The size of an AVIF as browsers show it: that of its primary item, turned as its `irot` says. */
export function sizeOfAvif(bytes: Buffer): Size | undefined {
  const meta = boxOf(bytes, 'meta')?.subarray(4)
  const properties = meta && boxOf(meta, 'iprp')
  const primary = meta && boxOf(meta, 'pitm')
  const listed = properties && boxOf(properties, 'ipco')
  const links = properties && boxOf(properties, 'ipma')
  if (!primary || !listed || !links) return undefined
  const id = primary[0] === 0 ? primary.readUInt16BE(4) : primary.readUInt32BE(4)
  const all = [...boxesOf(listed)]
  const own = linkedTo(id, links).flatMap((position) => all[position - 1] ?? [])
  const extent = own.find(({ type }) => type === 'ispe')?.content
  if (!extent) return undefined
  const quarters = own.find(({ type }) => type === 'irot')?.content[0] ?? 0
  return turned({ width: extent.readUInt32BE(4), height: extent.readUInt32BE(8) }, quarters % 2 === 1)
}

function boxOf(bytes: Buffer, type: string): Buffer | undefined {
  for (const box of boxesOf(bytes)) if (box.type === type) return box.content
  return undefined
}

function* boxesOf(bytes: Buffer): Generator<Box> {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const written = bytes.readUInt32BE(at)
    // A length of 1 stands before one of eight bytes, and 0 for all that follows.
    const [head, length] = written === 1 ? [16, Number(bytes.readBigUInt64BE(at + 8))] : [8, written || bytes.length - at]
    if (length < head) return
    yield { type: bytes.toString('latin1', at + 4, at + 8), content: bytes.subarray(at + head, at + length) }
    at += length
  }
}

/** Positions, from 1, of the properties that an item has (ISO 23008-12, 9.3.1). */
function linkedTo(id: number, links: Buffer): number[] {
  const isWide = (links.readUInt8(3) & 1) === 1
  const idBytes = links.readUInt8(0) < 1 ? 2 : 4
  let at = 8
  for (let entry = links.readUInt32BE(4); entry > 0; entry--) {
    const item = links.readUIntBE(at, idBytes)
    const count = links.readUInt8(at + idBytes)
    at += idBytes + 1
    const positions = Array.from({ length: count }, (_, index) =>
      isWide ? links.readUInt16BE(at + index * 2) & 0x7fff : links.readUInt8(at + index) & 0x7f,
    )
    if (item === id) return positions
    at += count * (isWide ? 2 : 1)
  }
  return []
}
