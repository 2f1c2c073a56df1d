import type { Page } from 'puppeteer'
import { describe, expect, test } from 'vitest'
import { stillSvg } from '../../../src/motion/still.ts'
import { growingTrack as track } from '../../motion/fixtures/growing-track.ts'
import { page, play, readStage, readStill, renewStage, useStage } from './stage-page.ts'

const [FIRST, SECOND, ZOOMED] = [0, 1, 2] as const

useStage(() => track)

describe('a move is cut', () => {
  const cuts = async (): Promise<boolean> => {
    await page.evaluate(() => window.stage.show(2))
    const now = await readStage(page)
    return JSON.stringify(now) === JSON.stringify(await readStill(page, track, ZOOMED))
  }

  test('when animation is not asked for', async () => {
    await renewStage(page, track)
    await page.evaluate(() => {
      window.stage.show(0)
      window.stage.show(1, { animate: false })
    })
    expect(await readStage(page)).toEqual(await readStill(page, track, SECOND))
  })

  test('never otherwise', async () => {
    await renewStage(page, track)
    await play(page, [FIRST])
    expect(await cuts()).toBe(false)
  })

  test('under reduced motion, also when it is asked for in mid-move', async () => {
    await renewStage(page, track)
    await play(page, [FIRST])
    await page.evaluate(() => window.stage.show(1))
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    await page.evaluate(() => window.passFrames(2))
    expect(await readStage(page)).toEqual(await readStill(page, track, SECOND))
    expect(await cuts()).toBe(true)
    await page.emulateMediaFeatures([])
  })

  test('with the motion switch off, also in mid-move', async () => {
    await renewStage(page, track)
    await play(page, [FIRST])
    await page.evaluate(() => {
      window.stage.show(1)
      window.stage.motion = false
    })
    expect(await readStage(page)).toEqual(await readStill(page, track, SECOND))
    expect(await page.evaluate(() => window.stage.motion)).toBe(false)
    expect(await cuts()).toBe(true)
  })

  test('in a hidden window, also when it is hidden in mid-move', async () => {
    const own = await renewStage(await page.browser().newPage(), track)
    await play(own, [FIRST])
    await own.evaluate(() => window.stage.show(2))
    await minimize(own)
    await own.evaluate(() => window.stage.settled())
    expect(await readStage(own)).toEqual(await readStill(own, track, ZOOMED))
    await own.evaluate(() => window.stage.show(0))
    expect(await readStage(own)).toEqual(await readStill(own, track, FIRST))
  })
})

/** A window that is minimized has no animation frames. */
async function minimize(page: Page): Promise<void> {
  const session = await page.createCDPSession()
  const { windowId } = await session.send('Browser.getWindowForTarget')
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'minimized' } })
  await page.waitForFunction(() => document.hidden, { polling: 20 })
}

test('the same nodes stay for what stays', async () => {
  await renewStage(page, track, { inside: stillSvg(track.states[0] ?? { name: '', marks: new Map() }, track.frame) })
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
})

describe('the stage says what it shows', () => {
  test('as a picture with a name, at once', async () => {
    await renewStage(page, track)
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
  })

  test('without inline style, before, during and after a move', async () => {
    await renewStage(page, track)
    const styled = await page.evaluate(async () => {
      window.stage.show(0)
      window.stage.show(3)
      await window.passFrames(4)
      const during = document.querySelectorAll('#host [style]').length
      await window.stage.settled()
      return during + document.querySelectorAll('#host [style]').length
    })
    expect(styled).toBe(0)
  })
})

test('a step that does not exist is refused, and the stage stays as it is', async () => {
  await renewStage(page, track)
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
})

test('a stage that is taken away leaves nothing and settles', async () => {
  await renewStage(page, track)
  const left = await page.evaluate(async () => {
    window.stage.show(0)
    window.stage.show(3)
    const settled = window.stage.settled()
    window.stage.destroy()
    await settled
    return document.querySelector('#host')?.innerHTML
  })
  expect(left).toBe('')
})
