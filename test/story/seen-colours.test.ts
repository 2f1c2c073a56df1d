import { lab, rgb } from 'd3-color'
import { expect, test } from 'vitest'
import { chartColours } from '../../src/story/chart-colours.ts'
import { pageColours } from '../../src/story/page-colours.ts'
import { themes } from '../../src/story/themes.ts'

/** What is seen of linear red, green and blue, row by row, without the cones for one of them: Machado, Oliveira and Fernandes, 2009. */
const EYES = {
  all: '1 0 0 0 1 0 0 0 1',
  protanopia: '0.152286 1.052583 -0.204868 0.114503 0.786281 0.099216 -0.003882 -0.048116 1.051998',
  deuteranopia: '0.367322 0.860646 -0.227968 0.280085 0.672501 0.047413 -0.01182 0.04294 0.968881',
  tritanopia: '1.255528 -0.076749 -0.178779 -0.078411 0.930809 0.147602 0.004733 0.691367 0.3039',
}
const toLinear = (value: number) => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4)
const fromLinear = (light: number) => 255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055)

function seenWith(eye: string, colour: string) {
  const { r, g, b } = rgb(colour)
  const parts = eye.split(' ').map((part, i) => Number(part) * toLinear([r, g, b][i % 3] ?? 0))
  const [red = 0, green = 0, blue = 0] = [0, 3, 6].map((i) => parts.slice(i, i + 3).reduce((sum, part) => sum + part))
  return lab(rgb(...([red, green, blue].map((light) => fromLinear(Math.max(0, light))) as [number, number, number])))
}

/** The least distance in CIELAB between two of them: at 7 two marks side by side are told apart, at 25 any. */
function nearest(eye: string, colours: readonly string[]): number {
  const seen = colours.map((colour) => seenWith(eye, colour))
  return Math.min(...seen.flatMap((a, i) => seen.slice(0, i).map((b) => Math.hypot(a.l - b.l, a.a - b.a, a.b - b.b))))
}

test.each(Object.entries(EYES))('colours that mean something stay apart for eyes with %s', (_, eye) => {
  const categories = Object.entries(chartColours).flatMap(([name, shades]) => (name.startsWith('category') ? shades : []))
  for (const shade of ['light', 'dark'] as const) {
    for (const palette of [{}, ...Object.values(themes).map(({ palette }) => palette)]) {
      const { paper, ink, mute, signal } = { ...pageColours, ...palette }
      expect(
        nearest(
          eye,
          [paper, ink, mute, signal].map((shades) => shades[shade]),
        ),
      ).toBeGreaterThan(25)
    }
    expect(
      nearest(
        eye,
        categories.slice(0, 5).map((shades) => shades[shade]),
      ),
    ).toBeGreaterThan(14)
    expect(
      nearest(
        eye,
        categories.map((shades) => shades[shade]),
      ),
    ).toBeGreaterThan(7)
  }
})
