import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../../../src/outputs/handout/handout.css', import.meta.url), 'utf8')

/** Luminance of a colour of the handout, which is what a printer without colour prints. */
function luminance(token: string): number {
  const hex = new RegExp(`--${token}: #(\\w+)`).exec(css)?.[1] ?? ''
  const long = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex
  const [r = 0, g = 0, b = 0] = (long.match(/../g) ?? []).map((pair) => (Number.parseInt(pair, 16) / 255) ** 2.2)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

test('text is dark on white', () => {
  expect(contrast('ink', 'paper')).toBeGreaterThan(15)
  expect(contrast('quiet', 'paper')).toBeGreaterThan(7)
  expect(contrast('signal', 'paper')).toBeGreaterThan(4.5)
})

test('marks are seen without colour, and the signal is told from the others', () => {
  expect(contrast('mute', 'paper')).toBeGreaterThan(3)
  expect(contrast('signal', 'mute')).toBeGreaterThan(1.8)
})
