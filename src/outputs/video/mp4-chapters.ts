import type { Cue } from './captions.ts'

/**
 * Puts chapters into an MP4 file whose index comes before its pictures, as a list that players know by Nero's name (`chpl`). What
 * the index says of places in the file is moved by as much.
 */
export function withMp4Chapters(mp4: Uint8Array, chapters: readonly Cue[]): Uint8Array {
  const file = Buffer.from(mp4)
  const index = boxesIn(file, 0, file.length).find(({ type }) => type === 'moov')
  if (!index) throw new Error('found no index in the film')
  const own = box('udta', box('chpl', chapterList(chapters)))
  file.writeUInt32BE(index.end - index.start + own.length, index.start)
  for (const places of boxesIn(file, index.start + 8, index.end, ['trak', 'mdia', 'minf', 'stbl'])) {
    if (places.type !== 'stco') continue
    const count = file.readUInt32BE(places.start + 12)
    for (let at = places.start + 16; at < places.start + 16 + count * 4; at += 4)
      file.writeUInt32BE(file.readUInt32BE(at) + own.length, at)
  }
  return Buffer.concat([file.subarray(0, index.end), own, file.subarray(index.end)])
}

interface Box {
  type: string
  start: number
  end: number
}

/** The boxes from one place to another, and those inside boxes of some types. */
function boxesIn(file: Buffer, from: number, to: number, within: readonly string[] = []): Box[] {
  const boxes: Box[] = []
  for (let start = from; start < to; ) {
    const [size, type] = [file.readUInt32BE(start), file.toString('latin1', start + 4, start + 8)]
    // A size of 1 says that eight bytes follow with the true one, of 0 that the box goes to the end.
    const end = size === 1 ? start + Number(file.readBigUInt64BE(start + 8)) : size === 0 ? to : start + size
    boxes.push({ type, start, end })
    if (within.includes(type)) boxes.push(...boxesIn(file, start + 8, end, within))
    start = end
  }
  return boxes
}

function box(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, content])
}

/** Version, how many, and for each its start in units of 100 ns and its title of at most 255 bytes. */
function chapterList(chapters: readonly Cue[]): Buffer {
  const head = Buffer.from([1, 0, 0, 0, 0, 0, 0, 0, Math.min(chapters.length, 255)])
  const entries = chapters.slice(0, 255).map(({ start, text }) => {
    const title = Buffer.from(text).subarray(0, 255)
    const at = Buffer.alloc(9)
    at.writeBigUInt64BE(BigInt(Math.round(start * 1e7)))
    at.writeUInt8(title.length, 8)
    return Buffer.concat([at, title])
  })
  return Buffer.concat([head, ...entries])
}
