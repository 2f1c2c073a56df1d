import { expect, test } from 'vitest'
import { asset } from '../../src/util/output-file.ts'

test('a file is named by its content', () => {
  expect(asset('keyframes.js', 'a')).toEqual({ path: 'assets/keyframes.ca978112.js', contents: 'a' })
  expect(asset('keyframes.js', 'a').path).not.toBe(asset('keyframes.js', 'b').path)
  expect(asset('a.b.woff2', new Uint8Array([97])).path).toBe('assets/a.b.ca978112.woff2')
})
