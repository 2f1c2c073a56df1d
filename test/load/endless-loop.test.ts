import { runInThisContext } from 'node:vm'
import { expect, test } from 'vitest'
import { noteLoop } from '../../src/load/endless-loop.ts'
import { RunawayCode } from '../../src/util/with-timeout.ts'

/** What a loop's place is noted as, where `code` is evaluated anew each time. */
function placeOfLoop(code: string): string | undefined {
  const error = new RunawayCode('too long')
  noteLoop(error, () => runInThisContext(code, { filename: '/deck/deck.cjs' }), code)
  return /deck\.cjs:\d+:\d+/.exec(error.stack ?? '')?.[0]
}

test('the line where most of the time goes is noted', () => {
  // Which line of the loop that is depends on what V8 made of it.
  expect(placeOfLoop('(() => {\n  let n = 0\n  const more = (by) => n + by\n  for (;;)\n    n = more(1)\n})()')).toMatch(
    /:(3:3|4:3|5:5)$/,
  )
})

test('nothing is noted of work that ends or fails this time', () => {
  expect(placeOfLoop('1')).toBeUndefined()
  expect(placeOfLoop("throw new Error('now')")).toBeUndefined()
})
