import { expect, test } from 'vitest'
import { readCharacterMap } from '../../src/pdf/fonts.ts'

test('single characters, ranges with one start, and ranges with a list', () => {
  const map = readCharacterMap(`/CIDInit /ProcSet findresource begin
1 begincodespacerange <0000> <ffff> endcodespacerange
2 beginbfchar <0003> <0020> <0010> <006600660069> endbfchar
2 beginbfrange <0020> <0022> <0041> <0030> <0031> [<00fc> <d83cdf0d>] endbfrange
endcmap`)
  expect([...map]).toEqual([
    [3, ' '],
    [16, 'ffi'],
    [32, 'A'],
    [33, 'B'],
    [34, 'C'],
    [48, 'ü'],
    [49, '🌍'],
  ])
})
