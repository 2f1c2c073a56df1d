import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '..', '..', '..', 'src', 'kit', 'styles', 'tokens.css'), 'utf8')

test('with forced colours, too, paper, ink, the two greys of charts and the signal are five colours', () => {
  const forced = css.slice(css.indexOf('forced-colors: active'))
  const tokens = Object.fromEntries([...forced.matchAll(/--(\w+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]))
  const { paper, ink, mute, faint, signal } = tokens
  expect(new Set([paper, ink, mute, faint, signal]).size).toBe(5)
})
