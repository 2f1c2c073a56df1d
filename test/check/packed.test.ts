import { expect, test } from 'vitest'
import { pack, unpack } from '../../src/check/packed.ts'
import type { Findings, Shade } from '../../src/check/sheet.ts'

test('what many texts share is handed over once', () => {
  const shade: Shade = { letters: [0, 0, 0], ground: [255, 255, 255], theme: 'light', size: 16, isBold: false }
  const text = { part: 'text', isLabel: false, size: 16, lines: [], within: [0] }
  const texts = [
    { ...text, words: 'a', shades: [shade] },
    { ...text, words: 'b', shades: [shade, { ...shade, theme: 'dark' as const }] },
    { ...text, words: 'c' },
  ]
  const findings: Findings = { sideways: 3, sheets: [{ id: 'x', containers: [], texts }] }
  const packed = pack(findings)
  expect(packed.shades).toHaveLength(2)
  expect(packed.sheets[0]?.texts.map(({ shades }) => shades)).toEqual([[0], [0, 1], undefined])
  expect(unpack(JSON.parse(JSON.stringify(packed)))).toEqual(findings)
})
