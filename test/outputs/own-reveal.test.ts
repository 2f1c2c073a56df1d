import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { withoutQuery, withoutUnused } from '../../src/outputs/own-reveal.ts'

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

const css = readFileSync(fileURLToPath(import.meta.resolve('reveal.js/reveal.css')), 'utf8')

test('less than half of the style sheet of reveal.js is of what the deck shows', () => {
  const lean = withoutUnused(css)
  expect(lean.length).toBeLessThan(css.length / 2)
  for (const kept of ['.reveal .slides>section.present', '.reveal .fragment.visible', '[data-transition=none]', '.pause-overlay'])
    expect(lean).toContain(kept)
  expect(lean).not.toMatch(/\.controls-arrow|\[data-transition=zoom\]|\.print-pdf/)
})

test('a rule stays that one of its selectors is in use for', () => {
  expect(
    withoutUnused('.reveal .controls,.reveal .slides{top:0}.reveal .controls{left:0}@media print{.reveal .progress{left:0}}'),
  ).toBe('.reveal .controls,.reveal .slides{top:0}@media print{}')
})
