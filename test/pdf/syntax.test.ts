import { expect, test } from 'vitest'
import { PdfParser } from '../../src/pdf/syntax.ts'
import { decodeText, encodeText, PdfKeyword, PdfName, PdfReference, type PdfValue, writeValue } from '../../src/pdf/values.ts'

const word = (text: string) => new PdfKeyword(text)
const name = (text: string) => new PdfName(text)

const CASES: { text: string; values: PdfValue[] }[] = [
  { text: '1 -2 +3 4.5 -.5 6.', values: [1, -2, 3, 4.5, -0.5, 6] },
  { text: 'true false null', values: [true, false, null] },
  { text: '12 0 R 12 0 obj', values: [new PdfReference(12), 12, 0, word('obj')] },
  { text: '1 0 RG 1 0 R/X', values: [1, 0, word('RG'), new PdfReference(1), name('X')] },
  { text: '/Name /A#20B /', values: [name('Name'), name('A B'), name('')] },
  { text: '(text) (nested (one)) ()', values: ['text', 'nested (one)', ''] },
  { text: '(\\n\\)\\\\\\101\\7z\\q) (a\\\nb)', values: ['\n)\\A\x07zq', 'ab'] },
  { text: '<4142> <4 1\n4> <>', values: ['AB', 'A@', ''] },
  { text: '[1 [/A (b)] <<>>]', values: [[1, [name('A'), 'b'], new Map()]] },
  {
    text: '<</A 1/B[2]/C<</D 3 0 R>>>>',
    values: [
      new Map<string, PdfValue>([
        ['A', 1],
        ['B', [2]],
        ['C', new Map([['D', new PdfReference(3)]])],
      ]),
    ],
  },
  { text: '% a comment (\n1%another\r2', values: [1, 2] },
  {
    text: "BT /F4 16 Tf <0009> Tj ET f* '",
    values: [word('BT'), name('F4'), 16, word('Tf'), '\0\x09', word('Tj'), word('ET'), word('f*'), word("'")],
  },
  { text: 'constructor toString', values: [word('constructor'), word('toString')] },
  { text: ' \0\n', values: [] },
]

test.for(CASES)('$text', ({ text, values }) => {
  const parser = new PdfParser(text)
  const read: PdfValue[] = []
  for (let value = parser.next(); value !== undefined; value = parser.next()) read.push(value)
  expect(read).toEqual(values)
})

test.for(['(open', '<41', '[1 2', '<</A 1'])('%s is cut off', (text) => {
  expect(() => new PdfParser(text).next()).toThrow('cut off')
})

test.for(['<</A 1\n/B [2 -3.5 null true]\n/C <</D 3 0 R\n/E#20F /G>>>>', '<41ff00>', '[(plain)]', '/A#2fB', '0.0000001'])(
  'what is written is read as it was: %s',
  (text) => {
    const value = new PdfParser(text).next() ?? null
    const written = writeValue(value)
    expect(new PdfParser(written).next()).toEqual(value)
    expect(written).not.toMatch(/e-/)
  },
)

test.for(['plain', 'with (one) and \\', 'Tü🌍', '’ and \u00a0', ''])('a text for people is read as it was: %s', (text) => {
  expect(decodeText(String(new PdfParser(writeValue(encodeText(text))).next()))).toBe(text)
})

test('strings for people', () => {
  expect(decodeText('plain')).toBe('plain')
  expect(decodeText('\xfe\xff\x00T\x00\xfc\xd8\x3c\xdf\x0d')).toBe('Tü🌍')
  expect(writeValue(encodeText('plain'))).toBe('(plain)')
})
