import { expect, test } from 'vitest'
import { createQueue } from '../../../src/client/player/queue.ts'

const spin = (milliseconds: number) => {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

test('what fits into a frame is done in order, the rest in the next ones', () => {
  const queue = createQueue()
  const done: number[] = []
  for (let index = 0; index < 40; index++) {
    queue.add(() => {
      done.push(index)
      spin(0.5)
    })
  }
  queue.run()
  // Long work, but never so little of it that it does not come to an end.
  expect(done).toEqual([...Array(32).keys()])
  expect(queue.isEmpty).toBe(false)
  queue.run()
  expect(done).toEqual([...Array(40).keys()])
  expect(queue.isEmpty).toBe(true)
})

test('short work is done at once, whatever there is of it', () => {
  const queue = createQueue()
  let done = 0
  for (let index = 0; index < 500; index++) queue.add(() => done++)
  queue.run()
  expect(done).toBe(500)
})

test('in the end everything is done, also what comes meanwhile', () => {
  const queue = createQueue()
  const done: string[] = []
  queue.add(() => {
    done.push('first')
    queue.add(() => done.push('last'))
  })
  queue.finish()
  expect([done, queue.isEmpty]).toEqual([['first', 'last'], true])
})
