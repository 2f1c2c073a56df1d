import { expect, test } from 'vitest'
import { isLong } from '../../../src/kit/components/Frame.tsx'

test.each([
  ['China is the largest, at $282.7 billion & more than the others', false],
  [`${'An agreement '.repeat(6)}stands at 84`, false],
  [`${'An agreement '.repeat(10)}stands at 84`, true],
  [`${'W'.repeat(80)} stands at 84`, true],
])('%s: %s', (headline, expected) => expect(isLong(headline)).toBe(expected))
