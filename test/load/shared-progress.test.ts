import { expect, test } from 'vitest'
import { shareProgress } from '../../src/load/shared-progress.ts'

test('what one side is at, the other reads', () => {
  const mine = shareProgress()
  const yours = shareProgress(mine.buffer)
  expect(yours.work()).toEqual({})
  mine.move({ file: 'slides/größe.mdx', what: 'chart `bars`' })
  expect(yours.work()).toEqual({ file: 'slides/größe.mdx', what: 'chart `bars`' })
  mine.move({ file: 'a.ts' })
  expect(yours.work()).toEqual({ file: 'a.ts' })
})

test('every move counts, also one that names nothing', () => {
  const { move, count, work } = shareProgress()
  move({ file: 'a.ts' })
  const before = count()
  move()
  expect(count()).not.toBe(before)
  expect(work()).toEqual({ file: 'a.ts' })
})

test('a name of any length has room', () => {
  const { move, work } = shareProgress()
  move({ file: 'a.ts', what: 'ä'.repeat(5000) })
  expect(work().file).toBe('a.ts')
  expect(work().what).toMatch(/^ä{500,}$/)
})
