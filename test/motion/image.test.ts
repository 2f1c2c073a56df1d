import { expect, test } from 'vitest'
import { imageMark } from '../../src/motion/image.ts'
import type { SceneItem } from '../../src/motion/scenegraph.ts'
import type { DataFiles } from '../../src/story/slide-chart.ts'

const files = { picture: (url: string) => ({ href: `/${url}`, width: 40, height: 20 }) } as unknown as DataFiles
const draw = (item: object, from: DataFiles | undefined = files) =>
  imageMark({ x: 10, y: 20, url: 'a.png', ...item } as unknown as SceneItem, 100, 200, from)[0]
const whole = { kind: 'image', x: 110, y: 220, width: 40, height: 20, href: '/a.png' }

test.each([
  ['at its own size', {}, {}],
  ['as wide as it is said, in proportion', { width: 20 }, { width: 20, height: 10 }],
  ['as high as it is said, in proportion', { height: 10 }, { width: 20, height: 10 }],
  ['as both are said', { width: 10, height: 10 }, { width: 10, height: 10 }],
  ['about its middle', { align: 'center', baseline: 'middle' }, { x: 90, y: 210 }],
  ['before and above its place', { align: 'right', baseline: 'bottom' }, { x: 70, y: 200 }],
  ['half seen', { opacity: 0.5, fillOpacity: 0.5 }, { opacity: 0.25 }],
  ['stretched', { aspect: false }, { stretched: true }],
  ['in squares', { smooth: false }, { pixelated: true }],
  ['as usual where it is said', { aspect: true, smooth: true }, {}],
])('a picture is drawn %s', (_, item, expected) => expect(draw(item)).toEqual({ ...whole, ...expected }))

test('a picture without an address is none, and one that cannot be had is told', () => {
  expect([draw({ url: undefined }), draw({ url: '' })]).toEqual([undefined, undefined])
  expect(() => imageMark({ url: 'a.png' } as unknown as SceneItem, 0, 0, undefined)).toThrow(
    'found the picture `a.png`, expected a file of the deck',
  )
  const picture = () => {
    throw new Error('no such file')
  }
  expect(() => draw({}, { picture } as unknown as DataFiles)).toThrow('no such file')
})
