import { expect, test } from 'vitest'
import { packFailure, packProblems, unpackFailure, unpackProblems } from '../../src/load/pack-failure.ts'
import { EnvironmentError, InputError } from '../../src/util/diagnostic.ts'

const sent = (error: unknown) => unpackFailure(structuredClone(packFailure(error)))

test('mistakes of an author stay such, with what caused them', () => {
  const cause = Object.assign(new RangeError('no'), { secret: () => 1 })
  const told = sent(
    new InputError([
      { place: { file: 'a.ts', line: 2 }, message: 'wrong', cause },
      { message: 'alone', cause: () => 1 },
    ]),
  )
  expect(told).toBeInstanceOf(InputError)
  const [first, second] = (told as InputError).problems
  expect(first).toMatchObject({
    place: { file: 'a.ts', line: 2 },
    message: 'wrong',
    cause: { message: 'no', stack: cause.stack },
  })
  expect(first?.cause).toBeInstanceOf(Error)
  expect(second).toEqual({ message: 'alone' })
})

test('an InputError of another copy of its class is known by its name', () => {
  const error = Object.assign(new Error('x'), { name: 'InputError', problems: [{ message: 'one' }] })
  expect(sent(error)).toBeInstanceOf(InputError)
})

test('other errors keep name, message and stack', () => {
  const error = new EnvironmentError('no disk')
  expect(sent(error)).toMatchObject({ name: 'EnvironmentError', message: 'no disk', stack: error.stack })
})

test('what is no error stays none', () => expect(sent('thrown')).toBe('thrown'))

test('problems alone travel the same way', () => {
  const problems = [{ message: 'one', cause: new Error('why') }, { message: 'two' }]
  expect(unpackProblems(structuredClone(packProblems(problems)))).toMatchObject([
    { message: 'one', cause: { message: 'why' } },
    { message: 'two' },
  ])
})
