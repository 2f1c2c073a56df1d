import { expect, test } from 'vitest'
import { compileScene } from '../../src/motion/compile.ts'
import { takeLongTitles, wrapTitles } from '../../src/motion/wrap-title.ts'
import { frames } from '../../src/story/frames.ts'

const look = { title: { fontSize: 20, subtitleFontSize: 10 } }
const rooms = new Map([['', { width: 220, height: 400 }]])
const one = 'One two three four five six'
const two = ['One two three four five', 'six']

test.each<[name: string, title: unknown, expected: unknown]>([
  ['one that fits', 'One two', { text: 'One two' }],
  ['one that does not', one, { text: two }],
  [
    'a word that fits no line',
    'a Donaudampfschifffahrtsgesellschaft b',
    { text: ['a', 'Donaudampfschifffahrtsgesellschaft', 'b'] },
  ],
  ['its author’s lines', { text: ['One', one] }, { text: ['One', ...two] }],
  [
    'words below it, in smaller type',
    { text: 'One', subtitle: `${one} ${one} ${one}` },
    { text: 'One', subtitle: expect.arrayContaining([expect.stringMatching(/^One.* six One/)]) },
  ],
  ['a signal', { text: { signal: 'a' } }, { text: { signal: 'a' } }],
  ['one with a limit of its own', { text: one, limit: 9 }, { text: one, limit: 9 }],
  ['one at a side, which is higher', { text: one, orient: 'left' }, { text: one, orient: 'left' }],
])('%s', (_, title, expected) => {
  const spec = { title }
  wrapTitles(spec, rooms, look)
  expect(spec.title).toEqual(expected)
})

test('titles of views are taken away and come back by the names of these', () => {
  const spec = () => ({ title: 'One', marks: [{ name: 'left', title: one }, { title: one }] })
  const taken = spec()
  expect([takeLongTitles(taken, look), taken]).toEqual([true, { title: 'One', marks: [{ name: 'left' }, {}] }])
  expect(takeLongTitles({ title: 'One', marks: [] }, look)).toBe(false)
  const back = spec()
  wrapTitles(back, new Map([['left', { width: 220, height: 9 }]]), look)
  expect(back.marks).toEqual([{ name: 'left', title: { text: two } }, { title: one }])
})

test.each(['top', 'left', 'right', 'bottom'])('a title of many words at the %s leaves its chart large', (orient) => {
  const title = { text: `${one} ${one} ${one} ${one} ${one}, ${one} ${one} ${one} ${one}`, orient }
  for (const mark of ['bar', { type: 'bar', size: 30 }]) {
    const spec = {
      title,
      data: { values: [{ a: 1 }, { a: 2 }] },
      mark,
      encoding: { x: { field: 'a' }, y: { field: 'a', type: 'quantitative' } },
    }
    const scene = { spec: () => spec as never, steps: [{ id: 'a', params: {}, name: 'a' }] }
    const marks = [...(compileScene('a', scene, frames.wide).states.get('a')?.marks ?? [])]
    const bars = marks.flatMap(([, each]) => (each.kind === 'rect' && each.fill === 'var(--signal)' ? [each.height] : []))
    expect(Math.max(...bars)).toBeGreaterThan(100)
  }
})
