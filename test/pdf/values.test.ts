import { expect, test } from 'vitest'
import { PdfParser } from '../../src/pdf/syntax.ts'
import { decodeText, encodeText, writeValue } from '../../src/pdf/values.ts'

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
