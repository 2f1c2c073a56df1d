import { expect, test } from 'vitest'
import { isSeen, paintOf } from '../../src/motion/paint.ts'
import type { SceneItem } from '../../src/motion/scenegraph.ts'
import type { Mark } from '../../src/story/mark.ts'

const paint = (item: object) => paintOf(item as SceneItem)

test.each([
  [{ fill: 'red' }, { fill: 'red' }],
  [
    { fill: 'red', opacity: 0.5, fillOpacity: 0.5 },
    { fill: 'red', fillOpacity: 0.25 },
  ],
  [
    { stroke: 'red', opacity: 0.5, strokeOpacity: 0.5 },
    { stroke: 'red', strokeOpacity: 0.25 },
  ],
  [
    { fill: 'red', stroke: 'blue', opacity: 0.5, fillOpacity: 0.2 },
    { fill: 'red', fillOpacity: 0.2, stroke: 'blue', opacity: 0.5 },
  ],
  [{ fill: 'none', stroke: 'transparent', opacity: 0.5 }, {}],
  [{ fill: '', stroke: null }, {}],
  [
    {
      stroke: 'red',
      strokeWidth: 1,
      strokeDash: [],
      strokeDashOffset: 0,
      strokeMiterLimit: 4,
      strokeCap: 'butt',
      strokeJoin: 'miter',
    },
    { stroke: 'red' },
  ],
  [
    {
      stroke: 'red',
      strokeWidth: 2,
      strokeDash: [1, 2],
      strokeDashOffset: 3,
      strokeMiterLimit: 8,
      strokeCap: 'square',
      strokeJoin: 'bevel',
    },
    {
      stroke: 'red',
      strokeWidth: 2,
      strokeDash: '1 2',
      strokeDashOffset: 3,
      strokeMiter: 8,
      strokeCap: 'square',
      strokeJoin: 'bevel',
    },
  ],
  [
    { stroke: 'red', strokeCap: 'round', strokeJoin: 'round' },
    { stroke: 'red', strokeCap: 'round', strokeJoin: 'round' },
  ],
  [
    { fill: 'red', blend: 'multiply' },
    { fill: 'red', blend: 'multiply' },
  ],
  [{ fill: 'red', blend: 'normal' }, { fill: 'red' }],
])('%j is painted as %j', (item, expected) => expect(paint(item)).toEqual(expected))

test.each(['url(http://a.b/c)', 'linear(0 0 1 0,0 red)', 'url("x.svg#a")'])('a colour may be no %s', (fill) =>
  expect(() => paint({ fill })).toThrow('use a plain colour'),
)

test.each([
  [{ fill: 'red' }, true],
  [{ fill: 'red', fillOpacity: 0 }, false],
  [{ fill: 'red', opacity: 0 }, false],
  [{ stroke: 'red' }, true],
  [{ stroke: 'red', strokeOpacity: 0 }, false],
  [{ stroke: 'red', strokeWidth: 0 }, false],
  [{ fill: 'red', fillOpacity: 0, stroke: 'red' }, true],
  [{}, false],
  [{ kind: 'image' }, true],
  [{ kind: 'image', opacity: 0 }, false],
])('is anything seen of %j: %s', (mark, expected) => expect(isSeen({ kind: 'rect', ...mark } as Mark)).toBe(expected))
