import { describe, expect, test } from 'vitest'
import type { SceneItem } from '../../src/motion/scenegraph.ts'
import { foregroundMarks, hasRoundCorners, shapeMarks } from '../../src/motion/shapes.ts'
import { textMarks } from '../../src/motion/text.ts'

/* Items of Vega's scenegraph at (100, 200), and the marks that they become. */

const item = (marktype: string, own: object, role = 'mark') =>
  ({ fill: 'red', x: 10, y: 20, ...own, mark: { marktype, role, items: [] } }) as unknown as SceneItem
const draw = (marktype: string, own: object) => shapeMarks(item(marktype, own), 100, 200)[0]

test.each([
  ['rect', { width: 30, height: 40 }, { kind: 'rect', x: 110, y: 220, width: 30, height: 40 }],
  ['rect', { width: -30, height: -40 }, { kind: 'rect', x: 80, y: 180, width: 30, height: 40 }],
  ['rect', { width: 30, height: 40, cornerRadius: 5 }, { radius: 5 }],
  ['rect', { width: 30, height: 8, cornerRadius: 5 }, { radius: 4 }],
  ['rect', { width: 6, height: 40, cornerRadius: 5 }, { radius: 3 }],
  // Edges, not sizes, are on the grid.
  ['rect', { x: 0.06, width: 0.1, height: 1 }, { x: 100.1, width: 0.1 }],
  ['rule', { x2: 30, y2: 40 }, { kind: 'rule', x: 110, y: 220, x2: 130, y2: 240 }],
  ['rule', { x2: 30 }, { x2: 130, y2: 220 }],
  ['rule', { y2: 30 }, { x2: 110, y2: 230 }],
  ['symbol', {}, { kind: 'rect', x: 106, y: 216, width: 8, height: 8, radius: 4 }],
  ['symbol', { size: 100, shape: 'square' }, { kind: 'rect', x: 105, y: 215, width: 10, height: 10 }],
  ['symbol', { size: 100, shape: 'square', angle: 45 }, { kind: 'path', x: 110, y: 220, angle: 45 }],
  ['symbol', { size: 64, shape: 'diamond' }, { kind: 'path', x: 110, y: 220, d: 'm-4 0l4-4 4 4-4 4z' }],
  ['path', { path: 'M0,0L5,5', scaleX: 2, scaleY: 3 }, { kind: 'path', x: 110, y: 220, d: 'm0 0l10 15' }],
  ['group', { width: 30, height: 40 }, { kind: 'rect', x: 110, y: 220, width: 30, height: 40 }],
  ['group', { width: 30, height: 40, stroke: 'blue' }, { x: 110.5, y: 220.5 }],
  ['group', { width: 30, height: 40, stroke: 'blue', strokeWidth: 1.25 }, { x: 110.3 }],
  ['group', { width: 30, height: 40, stroke: 'blue', strokeWidth: 0.5 }, { x: 110 }],
  ['group', { width: 30, height: 40, stroke: 'blue', strokeWidth: 1.5 }, { x: 110 }],
  ['group', { width: 30, height: 40, strokeOffset: 2 }, { x: 112, y: 222 }],
])('%s of %j', (marktype, own, expected) => expect(draw(marktype, own)).toMatchObject(expected))

test('a corner that is not like the others makes an outline', () => {
  expect(draw('rect', { width: 30, height: 40, cornerRadiusTopLeft: 5 })).toMatchObject({ kind: 'path', x: 0, y: 0 })
  expect(draw('rect', { width: 30, height: 40, cornerRadius: 5, cornerRadiusTopLeft: 5 })).toMatchObject({
    kind: 'rect',
    radius: 5,
  })
  const isRound = (own: object) => hasRoundCorners(item('rect', own))
  expect([isRound({}), isRound({ cornerRadius: 1 }), isRound({ cornerRadiusBottomRight: 1 })]).toEqual([false, true, true])
})

test('an outline in front of its group is drawn by itself', () => {
  const own = { width: 30, height: 40, stroke: 'blue', strokeForeground: true }
  expect(draw('group', own)).not.toHaveProperty('stroke')
  const [front, ...others] = foregroundMarks(item('group', own), 100, 200)
  expect([front, others]).toEqual([expect.objectContaining({ stroke: 'blue', x: 110.5 }), []])
  expect(front).not.toHaveProperty('fill')
  expect(foregroundMarks(item('group', { ...own, strokeForeground: false }), 0, 0)).toEqual([])
  expect(foregroundMarks(item('group', { ...own, stroke: undefined }), 0, 0)).toEqual([])
  expect(draw('unknown', {})).toBeUndefined()
})

describe('texts', () => {
  const texts = (own: object, notes?: string[], role?: string) =>
    textMarks(
      item('text', { text: 'Oak', fontSize: 20, ...own }, role),
      100,
      200,
      notes ? { note: (said) => notes.push(said) } : {},
    )

  test.each([
    [{}, [{ x: 110, y: 220, text: 'Oak', size: 20 }]],
    [{ dx: 3, dy: 4 }, [{ x: 113, y: 224 }]],
    [{ angle: 90, dx: 3, dy: 4 }, [{ x: 106, y: 223, angle: 90 }]],
    [{ radius: 10, theta: 0 }, [{ x: 110, y: 210 }]],
    [{ radius: 10, theta: Math.PI / 2 }, [{ x: 120, y: 220 }]],
    [{ text: ['Oak', '', 'Elm'] }, [{ y: 220 }, { y: 264, text: 'Elm' }]],
    [{ text: ['Oak', 'Elm'], lineHeight: 30 }, [{ y: 220 }, { y: 250 }]],
    [{ text: 'Oak|Elm', lineBreak: '|' }, [{ text: 'Oak' }, { text: 'Elm' }]],
    [{ text: ' \u2068Oak\u2069 ' }, [{ text: 'Oak' }]],
    [{ text: 5 }, [{ text: '5' }]],
    [{ text: null }, []],
    [{ fontSize: 0 }, []],
    [{ fontSize: undefined }, [{ size: 11 }]],
    [{ baseline: 'top' }, [{ y: 235 }]],
    [{ baseline: 'bottom' }, [{ y: 215.8 }]],
    [{ baseline: 'line-top' }, [{ y: 236.8 }]],
    [{ baseline: 'line-bottom' }, [{ y: 214.8 }]],
    [{ fontWeight: 'bold', fontStyle: 'oblique', align: 'center' }, [{ weight: 700, italic: true, anchor: 'middle' }]],
    [{ fontWeight: 300, align: 'right' }, [{ weight: 300, anchor: 'end' }]],
  ])('of %j', (own, expected) => expect(texts(own)).toMatchObject(expected))

  test('have nothing that is as usual', () => {
    expect(Object.keys(texts({ fontWeight: 'normal', fontStyle: 'normal', align: 'left', angle: 0 })[0] ?? {}).sort()).toEqual([
      'fill',
      'kind',
      'size',
      'text',
      'x',
      'y',
    ])
  })

  test('that say nothing, or are cut, are told or thrown', () => {
    const notes: string[] = []
    texts({ text: 'NaN m' }, notes)
    texts({ text: 'NaN m' }, notes, 'axis-label')
    texts({ text: 'A very old oak', limit: 50 }, notes, 'axis-label')
    expect(notes).toEqual([
      expect.stringContaining('found the text `NaN m`, expected a value'),
      expect.stringContaining('the text `A very old oak` is longer than its limit of 50 px'),
    ])
    expect(() => texts({ text: 'undefined' })).toThrow('found the text `undefined`')
  })
})
