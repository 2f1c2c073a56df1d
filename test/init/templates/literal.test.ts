import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { literal } from '../../../src/init/templates/literal.ts'

test.each([
  'plain',
  "it's",
  '"quoted"',
  `both ' and "`,
  '`$' + '{x}`',
  '\\',
  'a\nb',
  '</script>',
  '\u2028',
  "*/ ' /*",
  '\ud800',
  '',
])('%j stays what it is', (text) => expect(runInNewContext(literal(text))).toBe(text))

test('quotes are those that the project writes', () => {
  expect([literal('a'), literal("it's"), literal('say "a"'), literal(`'a' "b"`)]).toEqual([
    "'a'",
    `"it's"`,
    `'say "a"'`,
    `'\\'a\\' "b"'`,
  ])
})
