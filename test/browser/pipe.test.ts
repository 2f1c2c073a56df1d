import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { createPipe, splitAtZero } from '../../src/browser/pipe.ts'

test.for([
  { name: 'one a chunk', chunks: ['a\0', 'b\0'], messages: ['a', 'b'] },
  { name: 'several in one chunk', chunks: ['a\0b\0c\0'], messages: ['a', 'b', 'c'] },
  { name: 'one in several chunks', chunks: ['a', 'b', 'c\0'], messages: ['abc'] },
  { name: 'the end of one with the start of the next', chunks: ['a', 'b\0c', 'd\0'], messages: ['ab', 'cd'] },
  { name: 'none before its end', chunks: ['a'], messages: [] },
])('messages, $name', ({ chunks, messages }) => {
  const taken: string[] = []
  const take = splitAtZero((message) => taken.push(message), expect.unreachable)
  for (const chunk of chunks) take(Buffer.from(chunk))
  expect(taken).toEqual(messages)
})

test('a character that two chunks share is whole', () => {
  const taken: string[] = []
  const take = splitAtZero((message) => taken.push(message), expect.unreachable)
  const bytes = Buffer.from('Türkiye\0')
  take(bytes.subarray(0, 2))
  take(bytes.subarray(2))
  expect(taken).toEqual(['Türkiye'])
})

test('what never ends is refused before it fills the memory', () => {
  const refused: string[] = []
  const take = splitAtZero(expect.unreachable, (reason) => refused.push(reason), 10)
  for (const chunk of ['12345', '67890']) take(Buffer.from(chunk))
  expect(refused).toEqual([])
  take(Buffer.from('1'))
  expect(refused).toEqual(['a message of more than 10 bytes'])
})

test.for(['hello', '[1,2', '\u{fffd}'])('a message that is none ends the connection: %s', async (rubbish) => {
  const [write, read] = [new PassThrough(), new PassThrough()]
  const failed = new Promise<Error>((resolve) => {
    const pipe = createPipe(write, read, resolve)
    // As Puppeteer does.
    pipe.onmessage = async (message) => void JSON.parse(message)
  })
  read.write(`{"id":1}\0${rubbish}\0`)
  expect((await failed).message).toMatch(/^it does not answer as a browser does \(.*JSON/)
  expect(read.destroyed).toBe(true)
})
