import { expect, test } from 'vitest'
import { missingWords } from '../../src/pdf/pdf-words.ts'

test.for([
  { name: 'the same', expected: 'one two', found: 'one two', missing: [] },
  { name: 'lines that run together', expected: 'more than it buys', found: 'morethanit buys', missing: [] },
  { name: 'another order', expected: 'one two', found: 'two one', missing: [] },
  { name: 'capitals', expected: 'Squares', found: 'SQUARES', missing: [] },
  { name: 'ligatures', expected: 'an office figure', found: 'an o\ufb03ce \ufb01gure', missing: [] },
  { name: 'no-break spaces', expected: '12\u00a0% and $1.1\u202fbillion', found: '12 % and $1.1 billion', missing: [] },
  { name: 'hyphenation', expected: 'interna\u00adtional goods-trade', found: 'interna-tional goodstrade', missing: [] },
  { name: 'composed and decomposed letters', expected: 'Türkiye', found: 'Tu\u0308rkiye', missing: [] },
  { name: 'right to left, painted backwards', expected: 'מצרים', found: 'םירצמ', missing: [] },
  { name: 'right to left, with two letters in one sign', expected: 'الارتفاع', found: 'عافتر' + 'لا' + 'ا', missing: [] },
  { name: 'a lost letter', expected: 'Türkiye sells', found: 'Trkiye sells', missing: ['Türkiye'] },
  { name: 'an unknown glyph', expected: 'Türkiye', found: 'T\ufffdrkiye', missing: ['Türkiye'] },
  { name: 'a lost word, named once', expected: 'all all gone', found: 'gone', missing: ['all'] },
])('$name', ({ expected, found, missing }) => {
  expect(missingWords(expected, found)).toEqual(missing)
})
