import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { splitSheet } from '../../../src/outputs/share/split-sheet.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG, one pixel wide, of RGB rows given with their kind of difference; the rows lie in two chunks. */
function sheet(rows: readonly number[][], type = 2): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(1, 0)
  header.writeUInt32BE(rows.length, 4)
  header.set([8, type, 0, 0, 0], 8)
  const data = deflateSync(Buffer.from(rows.flat()))
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('IDAT', data.subarray(0, 4)),
    chunk('IDAT', data.subarray(4)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const rowsOf = (png: Uint8Array) => {
  const file = Buffer.from(png)
  const length = file.readUInt32BE(33)
  return [...inflateSync(file.subarray(41, 41 + length))]
}

const NONE = [0, 9, 9, 9]
const UP = (change: number) => [2, change, change, change]

test('each picture begins with the top row of the sheet and keeps its own rows', async () => {
  // Paper, then a darker row; and again. In the sheet the third row is told as the way back from the second.
  const [first, second] = await splitSheet(sheet([NONE, UP(5), UP(251), UP(7)]), 2)
  expect(rowsOf(first ?? new Uint8Array())).toEqual([...NONE, ...UP(5)])
  expect(rowsOf(second ?? new Uint8Array())).toEqual([...NONE, ...UP(7)])
  expect(Buffer.from(first ?? []).readUInt32BE(20)).toBe(2)
})

test('a sheet of one picture stays what it was', async () => {
  const [only, more] = await splitSheet(sheet([NONE, UP(5)]), 2)
  expect(rowsOf(only ?? new Uint8Array())).toEqual([...NONE, ...UP(5)])
  expect(more).toBeUndefined()
})

test('colours of another kind are refused', async () => {
  await expect(splitSheet(sheet([NONE, NONE], 3), 1)).rejects.toThrow('found a PNG of another kind')
})
