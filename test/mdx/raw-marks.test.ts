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
  ['| A | B |\n| a | b |\n| c | d |', ['| A | B |']],
  ['[a] (https://b) and [c](d e.png)', [']', '](']],
  ['a `code that never ends', ['`']],
  ['said [@doe]', ['[@doe']],
  ['##Words\n\n====', ['##', '====']],
  ['!!! note', ['!!!']],
  ['[!NOTE] x', ['[!NOTE]']],
  ['a :tada: b :+1:', [':tada:', ':+1:']],
  ['![[a.png]] [[B|c]]', ['![[a.png]]', '[[B|c]]']],
  ['[TOC]', ['[TOC]']],
  ['==a== ++b++ %%c%% d^e^ f^[g h]', ['==', '++', '%%', '^e^', '^[']],
  ['[a][b] and [c][]', ['][b]', '][]']],
  [':::note\nx\n:::\n::right::', [':::note', ':::', '::right::']],
  ['Apple\n: a fruit', [':']],
  ['*[HTML]: words', ['*[HTML]:']],
  ['+++\ntitle', ['+++']],
  ['. . .', ['. . .']],
  ['Note:\nsay it', ['Note:']],
  ['\\(x\\) and \\[ y \\]', ['\\(', '\\[']],
  ['C++ a:b:c 12:30:45 x == y, a ^ b, arr[0], Note: x, (a) [b]: c, 5 % a, \\[sic\\]', []],
  ['2 * 3 * 4, a_b_c, a - b, x | y, [1], ~ 5, --, a -- b', []],
  ['#1 is China,\n#43 Libya; x^2 + y^2, 9:30, 3:2 and (2:1), 5++, 10 %, a:b', []],
  ['\\** and \\~~ and \\[^1]', []],
])('%s', (text, marks) => expect(rawMarks(text).map(({ mark }) => mark)).toEqual(marks))

test('a mark is found where it begins', () => {
  expect(rawMarks('a\n  - [ ] b ~~').map(({ offset }) => offset)).toEqual([4, 12])
})
