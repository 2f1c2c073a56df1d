import { expect, test } from 'vitest'
import { nameOf } from '../../../src/client/ui/shortcuts.ts'

test.each([
  ['a letter', 'g', 'KeyG', 'g'],
  ['a capital', 'G', 'KeyG', 'g'],
  ['Cyrillic', 'п', 'KeyG', 'g'],
  ['a Cyrillic capital', 'П', 'KeyG', 'g'],
  ['Greek', 'γ', 'KeyG', 'g'],
  ['Hebrew', 'ע', 'KeyG', 'g'],
  ['Arabic', 'ل', 'KeyG', 'g'],
  ['French: the letter, wherever it stands', 'm', 'Semicolon', 'm'],
  ['Dvorak: the letter, wherever it stands', 'g', 'KeyU', 'g'],
  ['an input method that has not made its letter yet', 'Process', 'KeyG', 'g'],
  ['French digits, which come with Shift', 'é', 'Digit2', '2'],
  ['a full stop of a Cyrillic keyboard', '.', 'Slash', '.'],
  ['a named key', 'PageDown', 'PageDown', 'pagedown'],
  ['a clicker, which may send no position', 'PageDown', '', 'pagedown'],
  ['a sign that stands on no letter', 'ö', 'Semicolon', 'ö'],
])('%s: %s at %s is %s', (_, key, code, name) => {
  expect(nameOf({ key, code, shiftKey: false })).toBe(name)
})

test('a digit with Shift is what stands above it', () => {
  expect(nameOf({ key: '!', code: 'Digit1', shiftKey: true })).toBe('!')
})
