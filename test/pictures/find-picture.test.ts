import { expect, test } from 'vitest'
import { readPicture } from '../../src/pictures/find-picture.ts'
import { type Format, formatOf, pictureFormats } from '../../src/pictures/formats.ts'
import { sharedPrinter as printer } from '../browser/shared-browser.ts'
import { drawing } from './drawing.ts'
import { samples } from './samples.ts'
import { turnedAvif, turnedJpeg, turnedPng } from './turned.ts'

const svg = formatOf('a.svg') as Format

const PICTURES: readonly (readonly [what: string, type: string, bytes: Buffer])[] = [
  ['a PNG', 'image/png', samples.png],
  ['a PNG that is turned', 'image/png', turnedPng()],
  ['a JPEG', 'image/jpeg', samples.jpeg],
  ['a progressive JPEG', 'image/jpeg', samples.progressive],
  ['a JPEG of a camera that was turned', 'image/jpeg', turnedJpeg('II')],
  ['the same in the other order of bytes', 'image/jpeg', turnedJpeg('MM')],
  [
    'a JPEG with filling before a marker',
    'image/jpeg',
    Buffer.concat([samples.jpeg.subarray(0, 2), Buffer.from([0xff]), samples.jpeg.subarray(2)]),
  ],
  ['a WebP', 'image/webp', samples.lossyWebp],
  ['a lossless WebP', 'image/webp', samples.losslessWebp],
  ['a WebP that one sees through', 'image/webp', samples.extendedWebp],
  ['an AVIF', 'image/avif', samples.avif],
  ['an AVIF that is turned', 'image/avif', turnedAvif()],
  ['a GIF', 'image/gif', samples.gif],
  ['a drawing with a size', 'image/svg+xml', drawing('width="30" height="20px"')],
  ['a drawing on paper', 'image/svg+xml', drawing("width='3in' height='7.2pt' viewBox='0 0 1 1'")],
  [
    'a drawing with all that may stand before it',
    'image/svg+xml',
    Buffer.concat([
      Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<!-- <svg> -->\n'),
      drawing('width="30" height="20"'),
    ]),
  ],
]

test('sizes are those that a browser shows', async () => {
  const html = PICTURES.map(([, type, bytes]) => `<img src="data:${type};base64,${bytes.toString('base64')}">`).join('')
  const script = '[...document.images].map(({ naturalWidth, naturalHeight }) => [naturalWidth, naturalHeight])'
  const [shown] = await printer.measure<number[][]>(html, { windows: [{ width: 800, height: 600 }], media: 'screen', script })
  const read = PICTURES.map(([, type, bytes]) =>
    readPicture(bytes, pictureFormats.find((format) => format.type === type) as Format),
  )
  expect(read.map((found) => ('fault' in found ? found : [found.width, found.height]))).toEqual(shown)
  expect(shown?.filter(([width]) => width === 30)).toHaveLength(11)
  expect(shown?.filter(([width, height]) => width === 20 && height === 30)).toHaveLength(4)
})

test('a drawing without a size of its own fills the widest column', () => {
  expect(readPicture(drawing('viewBox="0 0 300 160"'), svg)).toMatchObject({ width: 1200, height: 640 })
  expect(readPicture(drawing('viewBox="0,0,3,2" width="100%"'), svg)).toMatchObject({ width: 1200, height: 800 })
})

test.each([
  ['bytes that are no picture', Buffer.from('%PDF-1.7'), 'png', 'found other bytes in it, expected PNG; save it anew'],
  ['a page', Buffer.from('<!doctype html><svg></svg>'), 'svg', 'found other bytes in it, expected SVG; save it anew'],
  ['an empty file', Buffer.alloc(0), 'jpg', 'found an empty file, expected JPEG; save it anew'],
  ['another ending', samples.png, 'jpg', 'found PNG in it; call it .png'],
  ['a PNG that is cut off', samples.png.subarray(0, 18), 'png', 'found only the beginning of the PNG; save it anew'],
  ['a JPEG that is cut off', samples.jpeg.subarray(0, 90), 'jpeg', 'found only the beginning of the JPEG; save it anew'],
  ['an AVIF that is cut off', samples.avif.subarray(0, 200), 'avif', 'found no width and height in the AVIF; save it anew'],
  ['the beginning of a PNG', samples.png.subarray(0, -12), 'png', 'found only the beginning of the PNG; save it anew'],
  ['the beginning of a JPEG', samples.jpeg.subarray(0, -2), 'jpg', 'found only the beginning of the JPEG; save it anew'],
  ['the beginning of a WebP', samples.lossyWebp.subarray(0, -4), 'webp', 'found only the beginning of the WebP; save it anew'],
  [
    'a WebP of no known kind',
    Buffer.from('RIFF\x08\0\0\0WEBPVP9 '),
    'webp',
    'found no width and height in the WebP; save it anew',
  ],
  [
    'a drawing without a size',
    drawing('width="1em" height="2em"'),
    'svg',
    'found a drawing without a size, expected `viewBox` in its first element',
  ],
])('%s is no picture', (_, bytes, ending, fault) => {
  expect(readPicture(bytes, formatOf(`a.${ending}`) as Format)).toEqual({ fault: { message: fault } })
})

test('a picture of more pixels than a browser can unpack is told', () => {
  const huge = Buffer.from(samples.png)
  huge.writeUInt32BE(30_000, 16)
  huge.writeUInt32BE(20_000, 20)
  expect(readPicture(huge, formatOf('a.png') as Format)).toEqual({
    fault: { message: 'found 30000 × 20000 px, expected at most 50 million; make it smaller' },
  })
})
