import { expect, test } from 'vitest'
import { watchBuiltins } from '../../src/load/builtins.ts'

const assign = (owner: object, members: object) => void Object.assign(owner, members)

test('what was added, replaced and removed is told once, and as it was', () => {
  const changed = watchBuiltins()
  const { map } = Array.prototype
  assign(Object.prototype, { evil: 1 })
  assign(Array.prototype, { map: undefined })
  Reflect.deleteProperty(String.prototype, 'trim')
  expect(changed()).toEqual(['Object.prototype.evil', 'Array.prototype.map', 'String.prototype.trim'])
  expect(['evil' in {}, [].map, ' a '.trim()]).toEqual([false, map, 'a'])
  expect(changed()).toEqual([])
})

test('what was there before is nobody’s doing', () => {
  assign(Map.prototype, { polyfill: 1 })
  const changed = watchBuiltins()
  expect(changed()).toEqual([])
  expect(Reflect.has(Map.prototype, 'polyfill')).toBe(true)
  Reflect.deleteProperty(Map.prototype, 'polyfill')
})
