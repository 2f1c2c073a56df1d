import { expect, test } from 'vitest'
import { wrapTitle } from '../../src/motion/wrap-title.ts'

const look = { title: { fontSize: 20, subtitleFontSize: 10 } }

test.each<[name: string, title: unknown, expected: unknown]>([
  ['none', undefined, undefined],
  ['one that fits', 'One two', { text: 'One two' }],
  ['one that does not', 'One two three four', { text: ['One two', 'three four'] }],
  ['a word that fits no line', 'a Donaudampfschifffahrt b', { text: ['a', 'Donaudampfschifffahrt', 'b'] }],
  ['its author’s lines', { text: ['One', 'two three four'] }, { text: ['One', 'two three', 'four'] }],
  ['one in larger type', { text: 'One two', fontSize: 40 }, { text: ['One', 'two'], fontSize: 40 }],
  [
    'words below it, in smaller type',
    { text: 'One', subtitle: 'one two three four Donaudampfschiff' },
    { text: 'One', subtitle: ['one two three four', 'Donaudampfschiff'] },
  ],
  ['a signal', { text: { signal: 'a' } }, { text: { signal: 'a' } }],
  ['one with a limit of its own', { text: 'One two three', limit: 9 }, { text: 'One two three', limit: 9 }],
  ['one at a side', { text: 'One two three', orient: 'left' }, { text: 'One two three', orient: 'left' }],
])('%s', (_, title, expected) => {
  const spec = { title }
  wrapTitle(spec, 100, look)
  expect(spec.title).toEqual(expected)
})
