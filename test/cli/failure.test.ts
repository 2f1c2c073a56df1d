import { expect, test } from 'vitest'
import { describeFailure } from '../../src/cli/failure.ts'
import { EnvironmentError, InputError, UsageError } from '../../src/util/diagnostic.ts'

test('the exit code says whose turn it is', () => {
  const errors = [
    new InputError([{ message: 'wrong' }]),
    new UsageError('wrong'),
    new EnvironmentError('wrong'),
    new RangeError('wrong'),
    'wrong',
  ]
  expect(errors.map((error) => describeFailure(error).code)).toEqual([1, 2, 3, 70, 70])
})

test('a fault of ours shows its stack and asks for a report', () => {
  const { text } = describeFailure(new RangeError('wrong'))
  expect(text).toMatch(/^RangeError: wrong\n {4}at .*\n\nThis is a fault of the generator; please report it/s)
})

test.for([
  ['by the system', Object.assign(new Error('EMFILE: too many open files, open'), { code: 'EMFILE' })],
  ['for a mistake in a file', new InputError([{ message: 'EMFILE: too many open files, open `a.mdx`' }])],
  ['for all processes', new Error('spawn esbuild ENFILE')],
] as const)('too few open files are what the machine lacks, also when they were taken %s', ([, error]) => {
  expect(describeFailure(error)).toEqual({ text: expect.stringContaining('ulimit -n 1024'), code: 3 })
})

test("esbuild's program may be left out of an install, like other optional packages", () => {
  const error = new InputError([{ message: 'The package "@esbuild/linux-x64" could not be found, and is needed by esbuild.' }])
  expect(describeFailure(error)).toEqual({ text: expect.stringContaining('`npm install @esbuild/linux-x64`'), code: 3 })
})
