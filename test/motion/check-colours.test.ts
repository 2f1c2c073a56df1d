import { expect, test } from 'vitest'
import { checkColours } from '../../src/motion/check-colours.ts'
import type { Mark } from '../../src/story/mark.ts'

const bar = (fill: string, x = 0): Mark => ({ kind: 'rect', x, y: 0, width: 10, height: 50, fill })
const text = (fill: string): Mark => ({ kind: 'text', x: 5, y: 20, size: 10, text: '5', fill })
const line = (stroke: string): Mark => ({ kind: 'path', x: 0, y: 0, d: 'm60 0l9 9', stroke })
const slice = (fill: string, stroke: string): Mark => ({ kind: 'path', x: 0, y: 0, d: 'm0 0l9 0 0 40z', fill, stroke })

test.each<[what: string, marks: Mark[], dark: string[], light?: string[]]>([
  ['colours in the middle', [bar('steelblue'), line('#666')], []],
  ['colours of the page', [bar('var(--ink)'), line('color-mix(in oklab,var(--a),var(--b) 5%)')], []],
  ['dark ones', [line('rgb(9, 9, 9)'), bar('navy'), bar('#333', 20)], ['rgb(9, 9, 9)', 'navy', '#333']],
  ['light ones', [bar('white'), bar('#ddd', 20), bar('lightyellow', 40), line('white')], [], ['white', 'lightyellow']],
  ['letters on marks', [bar('steelblue'), text('white'), bar('steelblue', 20), text('black')], []],
  ['letters beside marks', [bar('steelblue', 20), text('white')], [], ['white']],
  ['letters on an outline', [slice('steelblue', 'steelblue'), text('white')], []],
  ['an edge around a mark', [slice('steelblue', 'white')], []],
])('%s', (_, marks, dark, light = []) => {
  const told = checkColours(new Map([['a', { name: '', marks: new Map(marks.map((mark, index) => [`${index}`, mark])) }]]))
  const named = (theme: string) =>
    told
      .filter((each) => each.includes(`on ${theme} paper`))
      .flatMap((each) => [...(each.split(' are ')[0]?.matchAll(/`(.*?)`/g) ?? [])].map(([, color]) => color))
  expect([named('dark'), named('light')]).toEqual([dark, light])
})

test('a chart on paper of its own is not compared with the page', () => {
  expect(
    checkColours(
      new Map([
        [
          'a',
          {
            name: '',
            marks: new Map([
              ['chart:paper', bar('navy')],
              ['b', text('white')],
            ]),
          },
        ],
      ]),
    ),
  ).toEqual([])
})
