import { expect, test } from 'vitest'
import { splitAtZero } from '../../src/browser/pipe.ts'

test.for([
  { name: 'one a chunk', chunks: ['a\0', 'b\0'], messages: ['a', 'b'] },
  { name: 'several in one chunk', chunks: ['a\0b\0c\0'], messages: ['a', 'b', 'c'] },
  { name: 'one in several chunks', chunks: ['a', 'b', 'c\0'], messages: ['abc'] },
  { name: 'the end of one with the start of the next', chunks: ['a', 'b\0c', 'd\0'], messages: ['ab', 'cd'] },
  { name: 'none before its end', chunks: ['a'], messages: [] },
])('messages, $name', ({ chunks, messages }) => {
  const taken: string[] = []
  const take = splitAtZero((message) => taken.push(message))
  for (const chunk of chunks) take(Buffer.from(chunk))
  expect(taken).toEqual(messages)
})

test('a character that two chunks share is whole', () => {
  const taken: string[] = []
  const take = splitAtZero((message) => taken.push(message))
  const bytes = Buffer.from('Türkiye\0')
  take(bytes.subarray(0, 2))
  take(bytes.subarray(2))
  expect(taken).toEqual(['Türkiye'])
})
