import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { deckGlobals, NO_EVAL } from '../../src/load/deck-globals.ts'
import { createLoader } from '../../src/load/load-deck.ts'

const {
  Date: DeckDate,
  Intl: DeckIntl,
  Math: DeckMath,
  globalThis: deckGlobal,
  Function: DeckFunction,
  global: sameGlobal,
  [NO_EVAL]: _,
  ...absent
} = deckGlobals() as {
  Date: DateConstructor
  Intl: typeof Intl
  Math: Math
  globalThis: typeof globalThis
  global: unknown
  Function: FunctionConstructor
  [NO_EVAL]: unknown
}

test('nothing of the machine is there, and whoever asks is told so', () => {
  expect(Object.keys(absent)).toEqual(
    expect.arrayContaining(['process', 'require', 'fetch', 'performance', 'crypto', 'setTimeout']),
  )
  expect(Object.values(absent).every((value) => value === undefined)).toBe(true)
})

test('nor is it under the name of all globals, where a module leaves nothing behind', () => {
  expect([sameGlobal, deckGlobal.globalThis, deckGlobal.Date, deckGlobal.JSON]).toEqual([deckGlobal, deckGlobal, DeckDate, JSON])
  expect([deckGlobal.process, deckGlobal.setTimeout]).toEqual([undefined, undefined])
  Object.assign(deckGlobal, { left: 1 })
  expect('left' in globalThis).toBe(false)
  expect([new DeckFunction('return process')(), DeckFunction('a', 'b', 'return a + b')(1, 2)]).toEqual([undefined, 3])
})

test('dates can be read, made and told from other things', () => {
  const date = new DeckDate('2024-02-29')
  expect(date.toISOString()).toBe('2024-02-29T00:00:00.000Z')
  expect(date instanceof DeckDate && date instanceof Date).toBe(true)
  expect(DeckDate.UTC(1970, 0, 2)).toBe(86_400_000)
  expect(DeckDate.parse('1970-01-01T00:00:01Z')).toBe(1000)
})

test.each([
  ['new Date()', () => new DeckDate()],
  ['Date()', () => DeckDate()],
  ['Date.now()', () => DeckDate.now()],
  ['a format of no date', () => new DeckIntl.DateTimeFormat('en').format()],
  ['a format that is called', () => DeckIntl.DateTimeFormat('en').formatToParts()],
])('%s asks for the clock', (_, ask) => {
  expect(ask).toThrow('found the clock')
})

test('a format says the dates that it is given', () => {
  const { format, formatToParts } = new DeckIntl.DateTimeFormat('en', { timeZone: 'UTC' })
  expect([new Date(0), 86_400_000].map(format)).toEqual(['1/1/1970', '1/2/1970'])
  expect(formatToParts(0).map(({ value }) => value)).toEqual(['1', '/', '1', '/', '1970'])
  expect(DeckIntl.DateTimeFormat('de') instanceof Intl.DateTimeFormat).toBe(true)
  expect(new DeckIntl.NumberFormat('de').format(1.5)).toBe('1,5')
})

test('chance is spread over 0 … 1 and falls the same way each time', () => {
  const draw = ({ random }: Math) => Array.from({ length: 1000 }, () => random())
  const numbers = draw(DeckMath)
  expect(numbers).toEqual(draw((deckGlobals() as { Math: Math }).Math))
  expect(new Set(numbers).size).toBe(1000)
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true)
  const mean = numbers.reduce((sum, number) => sum + number, 0) / 1000
  expect(mean).toBeGreaterThan(0.45)
  expect(mean).toBeLessThan(0.55)
})

test('the rest of Math is as it was', () => {
  expect([DeckMath.max(1, 2), DeckMath.PI, DeckMath.round(1.5)]).toEqual([2, Math.PI, 2])
})

test.each([
  ["void (0, eval)('process')", 'found `eval`, expected the code itself'],
  ['Math.max = () => 3', 'found a change of `Math.max`'],
  ['Intl.NumberFormat = class {} as never', 'found a change of `Intl.NumberFormat`'],
  ['delete (Intl as { Locale?: unknown }).Locale', 'found a change of `Intl.Locale`'],
])('%s in a deck is told with its line', async (code, message) => {
  const folder = mkdtempSync(join(tmpdir(), 'countdown-globals-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(import.meta.dirname, '../decks/minimal'), folder, { recursive: true })
  appendFileSync(join(folder, 'slides/deck.ts'), `${code}\n`)
  const loader = createLoader(folder)
  const error: unknown = await loader.load().catch((reason: unknown) => reason)
  await loader.dispose()
  expect(String(error)).toContain(message)
  expect(String(error)).toMatch(/slides\/deck\.ts:\d+:\d+ /)
})
