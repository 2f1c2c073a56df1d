import { afterEach, beforeEach, expect, test } from 'vitest'
import { forgetBuiltins, rememberBuiltins, restoreBuiltins } from '../../src/load/builtins.ts'

beforeEach(rememberBuiltins)
afterEach(() => void restoreBuiltins())

const assign = (owner: object, members: object) => void Object.assign(owner, members)

test('what was added, replaced and removed is told once, and as it was', () => {
  const { map } = Array.prototype
  assign(Object.prototype, { evil: 1 })
  assign(Array.prototype, { map: undefined })
  Reflect.deleteProperty(String.prototype, 'trim')
  expect(restoreBuiltins()).toEqual(['Object.prototype.evil', 'Array.prototype.map', 'String.prototype.trim'])
  expect(['evil' in {}, [].map, ' a '.trim()]).toEqual([false, map, 'a'])
  expect(restoreBuiltins()).toEqual([])
})

test('so are members of what is called by name, and those names', () => {
  const { parse } = JSON
  assign(JSON, { parse: () => 1 })
  assign(Intl.NumberFormat.prototype, { formatToParts: () => [] })
  Reflect.set(globalThis, 'Map', class {})
  expect(restoreBuiltins()).toEqual(['JSON.parse', 'Intl.NumberFormat.prototype.formatToParts', 'Map'])
  expect([JSON.parse === parse, new Intl.NumberFormat('en').formatToParts(1).length, new Map().size]).toEqual([true, 1, 0])
})

test('nothing is told where nothing was done', () => expect(restoreBuiltins()).toEqual([]))

test('what others add between two builds is left to them', () => {
  forgetBuiltins()
  Object.defineProperty(Map.prototype, 'polyfill', { value: () => 1, configurable: true })
  expect(restoreBuiltins()).toEqual([])
  expect(Reflect.has(Map.prototype, 'polyfill')).toBe(true)
  Reflect.deleteProperty(Map.prototype, 'polyfill')
})
