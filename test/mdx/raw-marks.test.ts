import { expect, test } from 'vitest'
import { rawMarks } from '../../src/mdx/raw-marks.ts'

test.each([
  ['a ** b', ['**']],
  ['__init and end__', ['__', '__']],
  ['~~ a', ['~~']],
  ['see[^1] and [^a b]', ['[^1]']],
  ['- [ ] a\n  * [x] b\n[ ] c', ['- [ ]', '* [x]', '[ ]']],
  ['| A |\n| --- | :-: |', ['| --- | :-: |']],
  ['A | B\n--- | ---\n', ['--- | ---']],
  ['  ```js', ['```']],
  ['2 * 3 * 4, a_b_c, a - b, x | y, [1], ~ 5, --, a -- b', []],
  ['\\** and \\~~ and \\[^1]', []],
])('%s', (text, marks) => expect(rawMarks(text).map(({ mark }) => mark)).toEqual(marks))

test('a mark is found where it begins', () => {
  expect(rawMarks('a\n  - [ ] b ~~').map(({ offset }) => offset)).toEqual([4, 12])
})
