import { describe, expect, test } from 'vitest'
import { mux } from '../../../src/outputs/video/mux.ts'
import type { Shot } from '../../../src/outputs/video/timeline.ts'
import { openFilm } from './decode-film.ts'

/* Chapters go into finished files: what another reader finds of the pictures must stay as it was. */

const shots = [0, 4, 10].map((start) => ({ start, stands: start, end: start + 4 }) as Shot)
const bytesOf = (value: number) => Buffer.alloc(40 + value, value).toString('base64')
const pictures = shots.map((shot, index) => ({
  shot,
  encoded: {
    packets: [
      [0, true, bytesOf(index + 1)],
      [1, false, bytesOf(index + 101)],
    ] as [number, boolean, string][],
    decoder: { codec: 'vp09.00.40.08' },
  },
}))
const chapters = [
  { start: 0, end: 10, text: 'Überblick' },
  { start: 10, end: 14, text: 'End' },
]
const size = { width: 1920, height: 1080 }
const avcDecoder = {
  codec: 'avc1.640028',
  description: Buffer.from(
    '0164002affe1001b6764002aacd940780227e5c044000003000400000300f03c60c65801000568ebe3cb22c0',
    'hex',
  ).toString('base64'),
}
const reels = {
  webm: { codec: 'vp9', slides: pictures, title: 'Film', size },
  mp4: {
    codec: 'avc',
    slides: pictures.map(({ shot, encoded }) => ({ shot, encoded: { ...encoded, decoder: avcDecoder } })),
    title: 'Film',
    size,
  },
} as const

test('the same pictures give the same bytes', async () => {
  for (const reel of Object.values(reels)) expect(await mux({ ...reel, chapters })).toEqual(await mux({ ...reel, chapters }))
})

describe.each(['webm', 'mp4'] as const)('chapters in %s', (ending) => {
  test('leave every picture where the index says', async () => {
    const plain = await openFilm(await mux(reels[ending]))
    const { packets, duration } = await openFilm(await mux({ ...reels[ending], chapters }))
    expect(packets.map(({ time, data }) => [time, Buffer.from(data).toString('hex')])).toEqual(
      plain.packets.map(({ time, data }) => [time, Buffer.from(data).toString('hex')]),
    )
    expect(packets.map(({ data }) => data[0])).toEqual([1, 101, 2, 102, 3, 103])
    expect(duration).toBeCloseTo(14)
  })

  test('are there with their titles and times', async () => {
    const file = Buffer.from(await mux({ ...reels[ending], chapters }))
    const at = file.indexOf('Überblick')
    expect(at).toBeGreaterThan(0)
    expect(file.indexOf('End', at)).toBeGreaterThan(at)
    const [unit, bytes] = ending === 'webm' ? [1e9, 5] : [1e7, 8]
    const time = Buffer.alloc(8)
    time.writeBigUInt64BE(BigInt(10 * unit))
    expect(file.indexOf(time.subarray(8 - bytes), at)).toBeGreaterThan(at)
  })
})
