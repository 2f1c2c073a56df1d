import type { Page } from 'puppeteer'
import { describe, expect, test } from 'vitest'
import { growingTrack as track } from '../../motion/fixtures/growing-track.ts'
import { page, renewStage, useStage } from './stage-page.ts'

const [FIRST, SECOND, ZOOMED] = [0, 1, 2] as const

useStage(() => track)

describe('on the way', () => {
  /** Values of one attribute of one element, one per frame of a move. */
  const watch = (page: Page, from: number, to: number, selector: string, attribute: string) =>
    page.evaluate(
      async (start, end, css, name) => {
        const { stage } = window
        stage.show(start, { animate: false })
        stage.show(end)
        const element = document.querySelector(css)
        const seen: (string | null | undefined)[] = []
        let moving = true
        stage.settled().then(() => (moving = false))
        while (moving) {
          await window.passFrames(1)
          seen.push(name === '' ? element?.textContent : element?.getAttribute(name))
        }
        return seen.map(String)
      },
      from,
      to,
      selector,
      attribute,
    )
  const isRising = (values: number[]) => values.every((value, i) => value >= (values[i - 1] ?? -Infinity))

  test('numbers run from one value to the other', async () => {
    await renewStage(page, track)
    const heights = (await watch(page, FIRST, ZOOMED, 'rect[clip-path]', 'height')).map(Number)
    expect(isRising(heights.toReversed())).toBe(true)
    expect(heights.filter((height) => height > 10.5 && height < 99.5).length).toBeGreaterThan(3)
    expect(heights.at(-1)).toBe(10)
  })

  test('bars grow from their baseline', async () => {
    await renewStage(page, track)
    const [first] = await page.evaluate(async () => {
      window.stage.show(0, { animate: false })
      window.stage.show(1)
      await window.passFrames(2)
      return [...document.querySelectorAll('rect[clip-path]')]
        .slice(1)
        .map((bar) => ['y', 'height'].map((name) => Number(bar.getAttribute(name))))
    })
    const [y = 0, height = 0] = first ?? []
    expect(y + height).toBeCloseTo(110, 1)
    expect(height).toBeLessThan(90)
  })

  test('colours are mixed by the browser and follow the theme', async () => {
    await renewStage(page, track)
    const fills = await watch(page, FIRST, SECOND, 'rect[clip-path]', 'fill')
    expect(fills).toContainEqual(expect.stringMatching(/^color-mix\(in srgb,var\(--signal\),var\(--mute\) \d+%\)$/))
    expect(fills.at(-1)).toBe('var(--mute)')
    const seen = await page.evaluate(() => {
      const bar = document.querySelector('rect[clip-path]') as SVGElement
      bar.setAttribute('fill', 'color-mix(in srgb,var(--signal),var(--mute) 50%)')
      const light = getComputedStyle(bar).fill
      document.documentElement.style.setProperty('--signal', 'rgb(0, 0, 255)')
      return [light, getComputedStyle(bar).fill]
    })
    expect(seen).toEqual(['color(srgb 0.75098 0.25098 0.25098)', 'color(srgb 0.25098 0.25098 0.75098)'])
  })

  test('a number in a text counts, in the notation of the language', async () => {
    await renewStage(page, track)
    const texts = await watch(page, FIRST, ZOOMED, 'text[x="20"]', '')
    const numbers = texts.map((text) => /^Total (\d,\d{3}) m$/.exec(text)?.[1])
    expect(numbers).not.toContain(undefined)
    expect(new Set(numbers).size).toBeGreaterThan(4)
    expect(numbers.at(-1)).toBe('7,000')
  })

  test('gridlines come from where the old scale had them and go where the new one has them', async () => {
    await renewStage(page, track)
    const lines = await page.evaluate(async () => {
      const read = () => [...document.querySelectorAll('line[x2="220.5"]')].map((line) => Number(line.getAttribute('y1')))
      window.stage.show(0, { animate: false })
      const old = read()
      window.stage.show(2)
      await window.passFrames(3)
      const moving = read()
      await window.stage.settled()
      return { old, moving, now: read() }
    })
    expect(lines.old).toEqual([110.5, 60.5, 10.5])
    expect(lines.now).toEqual([110.5, 60.5, 10.5])
    expect(lines.moving.length).toBe(5)
  })

  test('squares drop one after another', async () => {
    await renewStage(page, track)
    const tops = await page.evaluate(async () => {
      window.stage.show(4, { animate: false })
      window.stage.show(3)
      const tops = () => [...document.querySelectorAll('rect[width="5"]')].map((square) => Number(square.getAttribute('y')))
      const start = tops()[0] ?? 0
      while ((tops()[0] ?? 0) < start + 60) await window.passFrames(1)
      return tops()
    })
    expect(tops).toHaveLength(12)
    expect(isRising(tops.toReversed())).toBe(true)
    expect(tops[0]).toBeGreaterThan((tops[11] ?? 0) + 30)
  })

  test('what is not seen yet is not moved', async () => {
    await renewStage(page, track)
    const seen = await page.evaluate(async () => {
      window.stage.show(4, { animate: false })
      window.stage.show(3)
      const seen: [opacity: string | null | undefined, y: string | null | undefined][] = []
      for (let frame = 0; frame < 40; frame++) {
        await window.passFrames(1)
        const square = document.querySelector('rect[width="5"]')
        seen.push([square?.getAttribute('fill-opacity'), square?.getAttribute('y')])
      }
      return seen
    })
    const hidden = seen.filter(([opacity]) => opacity === '0').map(([, y]) => y)
    expect(hidden.length).toBeGreaterThan(2)
    expect(new Set(hidden).size).toBe(1)
    expect(new Set(seen.map(([, y]) => y)).size).toBeGreaterThan(3)
  })

  test('an interruption goes on from what is seen', async () => {
    await renewStage(page, track)
    const jump = await page.evaluate(async () => {
      const height = () => Number(document.querySelector('rect[clip-path]')?.getAttribute('height'))
      window.stage.show(0, { animate: false })
      window.stage.show(2)
      await window.passFrames(6)
      const before = height()
      window.stage.show(1)
      return [before, height()]
    })
    expect(jump[1]).toBe(jump[0])
    expect(jump[0]).toBeLessThan(100)
  })
})
