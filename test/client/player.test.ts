import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunningBrowser } from '../../src/browser/launch.ts'
import { openBrowser } from '../../src/browser/open.ts'
import { stillSvg } from '../../src/motion/still.ts'
import { growingTrack as track } from '../motion/fixtures/growing-track.ts'
import { openStage, readStage, readStill } from './player/stage-page.ts'

const [FIRST, SECOND, ZOOMED, SCATTER, EMPTY] = [0, 1, 2, 3, 4] as const

let running: RunningBrowser
beforeAll(async () => {
  running = await openBrowser()
})
afterAll(() => running.kill())

const opened = async (options = {}): Promise<Page> => openStage(running, track, options)

/** Shows steps one after another, a number of frames after each, and waits for the end. */
async function play(page: Page, steps: readonly number[], frames = 0): Promise<void> {
  await page.evaluate(
    async (indices, pause) => {
      for (const index of indices) {
        window.stage.show(index)
        await window.passFrames(pause)
      }
      await window.stage.settled()
    },
    [...steps],
    frames,
  )
}

describe('the end of a move is the still of its step, mark by mark', () => {
  test.each([
    ['the first step', [FIRST]],
    ['neighbours', [FIRST, SECOND, ZOOMED]],
    ['backwards', [ZOOMED, SECOND, FIRST]],
    ['a jump', [FIRST, SCATTER]],
    ['a jump and back', [SCATTER, FIRST]],
    ['to the empty stage and back', [SECOND, EMPTY, ZOOMED]],
  ])('%s', async (_, steps) => {
    const page = await opened()
    for (const step of steps) {
      await play(page, [step])
      expect(await readStage(page)).toEqual(await readStill(page, track, step))
    }
    await page.close()
  })

  test.each([
    ['two quick steps', [FIRST, SECOND, ZOOMED]],
    ['there and back at once', [SECOND, SCATTER, SECOND]],
    ['many quick steps', [0, 1, 2, 3, 4, 3, 2, 1, 0, 3, 1]],
  ])('interrupted: %s', async (_, steps) => {
    const page = await opened()
    for (const frames of [0, 1, 5]) {
      await play(page, steps, frames)
      expect(await readStage(page)).toEqual(await readStill(page, track, steps.at(-1) ?? 0))
    }
    await page.close()
  })

  test('resized in mid-move', async () => {
    const page = await opened()
    await play(page, [FIRST])
    await page.evaluate(() => window.stage.show(2))
    await page.setViewport({ width: 300, height: 900 })
    await page.evaluate(() => window.stage.settled())
    expect(await readStage(page)).toEqual(await readStill(page, track, ZOOMED))
    await page.close()
  })

  test('in a host without size', async () => {
    const page = await opened()
    await page.evaluate(() => document.querySelector<HTMLElement>('#host')?.setAttribute('hidden', ''))
    await play(page, [FIRST, SCATTER], 2)
    expect(await readStage(page)).toEqual(await readStill(page, track, SCATTER))
    await page.close()
  })
})

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
    const page = await opened()
    const heights = (await watch(page, FIRST, ZOOMED, 'rect[clip-path]', 'height')).map(Number)
    expect(isRising(heights.toReversed())).toBe(true)
    expect(heights.filter((height) => height > 10.5 && height < 99.5).length).toBeGreaterThan(3)
    expect(heights.at(-1)).toBe(10)
    await page.close()
  })

  test('bars grow from their baseline', async () => {
    const page = await opened()
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
    await page.close()
  })

  test('colours are mixed by the browser and follow the theme', async () => {
    const page = await opened()
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
    await page.close()
  })

  test('a number in a text counts, in the notation of the language', async () => {
    const page = await opened()
    const texts = await watch(page, FIRST, ZOOMED, 'text[x="20"]', '')
    const numbers = texts.map((text) => /^Total (\d,\d{3}) m$/.exec(text)?.[1])
    expect(numbers).not.toContain(undefined)
    expect(new Set(numbers).size).toBeGreaterThan(4)
    expect(numbers.at(-1)).toBe('7,000')
    await page.close()
  })

  test('gridlines come from where the old scale had them and go where the new one has them', async () => {
    const page = await opened()
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
    await page.close()
  })

  test('squares drop one after another', async () => {
    const page = await opened()
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
    await page.close()
  })

  test('an interruption goes on from what is seen', async () => {
    const page = await opened()
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
    await page.close()
  })
})

test('the same nodes stay for what stays', async () => {
  const page = await opened({ inside: stillSvg(track.states[0] ?? { name: '', marks: new Map() }, track.frame) })
  const same = await page.evaluate(async () => {
    const svg = document.querySelector('#host > svg') as SVGElement
    window.stage.show(0)
    const bar = svg.querySelector('rect[clip-path]')
    for (const step of [1, 3, 4, 2, 0]) {
      window.stage.show(step)
      await window.passFrames(2)
    }
    window.stage.show(1)
    await window.stage.settled()
    return [document.querySelectorAll('#host svg').length, svg.isConnected, bar?.isConnected]
  })
  expect(same).toEqual([1, true, true])
  await page.close()
})

describe('a move is cut', () => {
  const cuts = async (page: Page): Promise<boolean> => {
    await page.evaluate(() => window.stage.show(2))
    const now = await readStage(page)
    return JSON.stringify(now) === JSON.stringify(await readStill(page, track, ZOOMED))
  }

  test('when animation is not asked for', async () => {
    const page = await opened()
    await page.evaluate(() => {
      window.stage.show(0)
      window.stage.show(1, { animate: false })
    })
    expect(await readStage(page)).toEqual(await readStill(page, track, SECOND))
    await page.close()
  })

  test('never otherwise', async () => {
    const page = await opened()
    await play(page, [FIRST])
    expect(await cuts(page)).toBe(false)
    await page.close()
  })

  test('under reduced motion, also when it is asked for in mid-move', async () => {
    const page = await opened()
    await play(page, [FIRST])
    await page.evaluate(() => window.stage.show(1))
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    await page.evaluate(() => window.passFrames(2))
    expect(await readStage(page)).toEqual(await readStill(page, track, SECOND))
    expect(await cuts(page)).toBe(true)
    await page.close()
  })

  test('with the motion switch off, also in mid-move', async () => {
    const page = await opened()
    await play(page, [FIRST])
    await page.evaluate(() => {
      window.stage.show(1)
      window.stage.motion = false
    })
    expect(await readStage(page)).toEqual(await readStill(page, track, SECOND))
    expect(await page.evaluate(() => window.stage.motion)).toBe(false)
    expect(await cuts(page)).toBe(true)
    await page.close()
  })

  test('in a hidden window, also when it is hidden in mid-move', async () => {
    const page = await opened()
    await play(page, [FIRST])
    await page.evaluate(() => window.stage.show(2))
    await minimize(page)
    await page.evaluate(() => window.stage.settled())
    expect(await readStage(page)).toEqual(await readStill(page, track, ZOOMED))
    await page.evaluate(() => window.stage.show(0))
    expect(await readStage(page)).toEqual(await readStill(page, track, FIRST))
    await page.close()
  })
})

/** A window that is minimized has no animation frames. */
async function minimize(page: Page): Promise<void> {
  const session = await page.createCDPSession()
  const { windowId } = await session.send('Browser.getWindowForTarget')
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'minimized' } })
  await page.waitForFunction(() => document.hidden, { polling: 20 })
}

describe('the stage says what it shows', () => {
  test('as a picture with a name, at once', async () => {
    const page = await opened()
    const says = await page.evaluate(() => {
      const svg = document.querySelector('#host > svg')
      return [0, 3, 4].map((step) => {
        window.stage.show(step)
        return [svg?.getAttribute('role'), svg?.getAttribute('aria-label')]
      })
    })
    expect(says).toEqual([
      ['img', 'Bar chart: trees up to 10 m'],
      ['img', 'Scatter plot: girth and height'],
      ['presentation', null],
    ])
    await page.close()
  })

  test('without inline style, before, during and after a move', async () => {
    const page = await opened()
    const styled = await page.evaluate(async () => {
      window.stage.show(0)
      window.stage.show(3)
      await window.passFrames(4)
      const during = document.querySelectorAll('#host [style]').length
      await window.stage.settled()
      return during + document.querySelectorAll('#host [style]').length
    })
    expect(styled).toBe(0)
    await page.close()
  })
})

test('a step that does not exist is refused, and the stage stays as it is', async () => {
  const page = await opened()
  await play(page, [FIRST])
  expect(
    await page.evaluate(() => {
      try {
        window.stage.show(99)
        return ''
      } catch (error) {
        return String(error)
      }
    }),
  ).toBe('RangeError: no state 99 among 5')
  expect(await readStage(page)).toEqual(await readStill(page, track, FIRST))
  await page.close()
})

test('a stage that is taken away leaves nothing and settles', async () => {
  const page = await opened()
  const left = await page.evaluate(async () => {
    window.stage.show(0)
    window.stage.show(3)
    const settled = window.stage.settled()
    window.stage.destroy()
    await settled
    return document.querySelector('#host')?.innerHTML
  })
  expect(left).toBe('')
  await page.close()
})
