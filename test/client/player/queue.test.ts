import { expect, test } from 'vitest'
import { createQueue } from '../../../src/client/player/queue.ts'

/** A queue whose pieces of work take a time, in ms, each; and those that are done. */
function queueOf(pieces: number, duration: number) {
  let time = 0
  const queue = createQueue(() => time)
  const done: number[] = []
  for (let index = 0; index < pieces; index++) {
    queue.add(() => {
      done.push(index)
      time += duration
    })
  }
  return { queue, done }
}

test('what fits into a frame is done in order, the rest in the next ones', () => {
  const { queue, done } = queueOf(180, 0.0625)
  const counts = [1, 2, 3].map(() => {
    queue.run()
    return [done.length, queue.isEmpty]
  })
  expect(counts).toEqual([
    [64, false],
    [128, false],
    [180, true],
  ])
  expect(done).toEqual([...Array(180).keys()])
})

test('long work is never so little that it does not come to an end', () => {
  const { queue, done } = queueOf(40, 20)
  queue.run()
  expect(done).toHaveLength(24)
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
