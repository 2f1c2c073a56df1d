import { expect, test } from 'vitest'
import { createReceiver, createSender, type Parcel } from '../../src/load/only-changes.ts'

interface Thing {
  name: string
}

const [a, b, c] = ['a', 'b', 'c'].map((name): Thing => ({ name })) as [Thing, Thing, Thing]

/** Sends lists from one thread to another, and counts what travels. */
function createLine() {
  const [send, receive] = [createSender<Thing>(), createReceiver<Thing>()]
  return (...things: Thing[]) => {
    const parcel: Parcel<Thing> = structuredClone(send(things))
    return { got: receive(parcel), travelled: parcel.added.size }
  }
}

test('only what is new travels, and the rest is the very same there', () => {
  const line = createLine()
  const first = line(a, b, a)
  expect(first.got).toEqual([a, b, a])
  expect(first.travelled).toBe(2)
  expect(first.got[0]).toBe(first.got[2])
  const second = line(b, c)
  expect(second.got).toEqual([b, c])
  expect(second.travelled).toBe(1)
  expect(second.got[0]).toBe(first.got[1])
})

test('a list that has not changed is the very same list', () => {
  const line = createLine()
  const { got } = line(a, b)
  expect(line(a, b).got).toBe(got)
  expect(line(b, a).got).not.toBe(got)
  expect(line().got).toEqual([])
})

test('what was left out once travels again', () => {
  const line = createLine()
  line(a, b)
  line(b)
  expect(line(a)).toMatchObject({ got: [a], travelled: 1 })
})
