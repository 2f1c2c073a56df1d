import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { withoutQuery } from '../../src/outputs/ignore-query.ts'

const script = readFileSync(fileURLToPath(import.meta.resolve('reveal.js')), 'utf8')

test('no line of reveal.js reads the query', () => {
  expect(script).toContain('location.search')
  expect(withoutQuery(script)).not.toContain('location.search')
})

test.each(['location.search.replace(/[A-Z0-9]+?=', '/print-pdf/gi.test(window.location.search)'])(
  'a version that does not read it by %s stops the build',
  (known) => {
    expect(() => withoutQuery(script.replace(known, ''))).toThrow(`found no \`${known}\``)
  },
)
