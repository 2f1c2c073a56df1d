import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deck } from '../../src/outputs/deck/deck-output.ts'
import { read } from '../../src/outputs/read/read-output.ts'
import { newContext } from '../browser/shared-browser.ts'
import { toolsWith } from '../outputs/tools.ts'
import { runFolder } from '../run-folder.ts'
import { storyOf } from '../story-of.ts'
import { writeFiles } from '../write-files.ts'
import { goTo, press, stepOf } from './open-deck.ts'

const folder = runFolder('authored')
let context: BrowserContext
let page: Page
const blocked: string[] = []

beforeAll(async () => {
  const story = await storyOf('authored')
  const made = [deck, read].map((output) => output.make(story, toolsWith({ made: new Set() })))
  writeFiles(folder, (await Promise.all(made)).flat())
  context = await newContext()
  page = await context.newPage()
  page.on('console', (message) => blocked.push(message.text()))
  await page.setViewport({ width: 1280, height: 720 })
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
})
afterAll(() => context.close())

const open = (id: string) => goTo(page, `${pathToFileURL(join(folder, 'index.html'))}#/${id}`)
const shown = () =>
  page.$$eval('#steps .fragment', (parts) =>
    parts.filter((part) => getComputedStyle(part).visibility === 'visible').map((part) => part.textContent),
  )

test('steps come one by one, in their order, and go again', async () => {
  await open('steps')
  expect(await shown()).toEqual([])
  const seen = []
  for (const _ of [1, 2, 3]) {
    await press(page, 'ArrowRight')
    seen.push(await shown())
  }
  expect(seen).toEqual([['First'], ['First', 'Second'], ['First', 'Second', 'Third']])
  await press(page, 'ArrowLeft')
  expect(await shown()).toEqual(['First', 'Second'])
  expect((await stepOf(page)).id).toBe('steps')
  await press(page, 'ArrowRight', 'ArrowRight')
  expect((await stepOf(page)).id).toBe('growing')
})

test('the pages of a long table take one another’s place', async () => {
  await open('rows')
  const rows = () =>
    page.$$eval('#rows td:first-child', (cells) =>
      cells.flatMap((cell) => (getComputedStyle(cell).visibility === 'visible' ? (cell.textContent ?? '') : [])),
    )
  const seen = [await rows()]
  for (const key of ['PageDown', 'PageDown', 'PageUp'] as const) {
    await page.keyboard.press(key)
    seen.push(await rows())
  }
  expect(seen).toEqual([['Narvik', 'Aarhus'], ['Lisbon', 'Galway'], ['Tromsø'], ['Lisbon', 'Galway']])
})

/** How many bars stand on the stage, and what of the slide's text is seen. */
const grown = () =>
  page.evaluate(async () => {
    await window.countdown.settled()
    const parts = [...document.querySelectorAll('#growing p.fragment')]
    return {
      bars: document.querySelectorAll('.stage svg [fill]:not(text):not([fill=none])').length,
      text: parts.filter((part) => getComputedStyle(part).visibility === 'visible').length,
    }
  })

test('a chart has steps of its own, and text comes with them', async () => {
  await open('growing')
  const seen = [await grown()]
  for (const _ of [1, 2]) {
    await press(page, 'ArrowRight')
    seen.push(await grown())
  }
  const first = seen[0]?.bars ?? 0
  expect(seen).toEqual([
    { bars: first, text: 0 },
    { bars: first + 1, text: 1 },
    { bars: first + 2, text: 1 },
  ])
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/growing/2')
  await page.reload()
  await page.evaluate(() => window.countdown.ready)
  // Text comes with the frame after.
  await expect.poll(grown).toEqual(seen[2])
  await press(page, 'ArrowRight')
  expect((await stepOf(page)).id).toBe('ground')
  await press(page, 'ArrowLeft')
  expect(await grown()).toEqual(seen[2])
  await press(page, 'ArrowLeft', 'ArrowLeft')
  expect(await grown()).toEqual(seen[0])
})

test('on the page all its text is there, and the chart goes on as the text is read, both ways', async () => {
  await page.setViewport({ width: 390, height: 844 })
  await goTo(page, `${pathToFileURL(join(folder, 'read.html'))}#growing`)
  const at = (part: number) =>
    page.evaluate(async (share) => {
      const { top, height } = (document.querySelector('#growing') as Element).getBoundingClientRect()
      const stage = (document.querySelector('.stage') as Element).getBoundingClientRect().bottom
      scrollBy({ top: top + height * share - (stage + innerHeight) / 2, behavior: 'instant' })
      await new Promise(requestAnimationFrame)
      await window.countdown.settled()
    }, part)
  const seen = []
  for (const part of [0.01, 0.5, 0.9, 0.01]) {
    await at(part)
    seen.push(await grown())
  }
  const first = seen[0]?.bars ?? 0
  expect(seen.map(({ bars }) => bars - first)).toEqual([0, 1, 2, 0])
  expect(new Set(seen.map(({ text }) => text))).toEqual(new Set([1]))
  await page.setViewport({ width: 1280, height: 720 })
})

/** Resolves when the lines of the live chart have so many points together. */
const living = (points: number) =>
  expect
    .poll(
      () =>
        page.$$eval('#living .live-layer:not([hidden]) .mark-line path', (lines) =>
          lines.map((line) => line.getAttribute('d')?.match(/[ML]/g)?.length ?? 0),
        ),
      { timeout: 20_000 },
    )
    .toEqual([points / 3, points / 3, points / 3])

test('a live chart goes on with the steps of its slide, and what is selected stays so, both ways', async () => {
  await open('living')
  await living(6)
  await page.focus('#living .live-chart')
  const told = []
  for (let point = 0; point < 3; point++) {
    await page.keyboard.press('ArrowRight')
    told.push(await page.$eval('#living .chart-tooltip', ({ textContent }) => textContent))
  }
  // From point to point, and then to the next line.
  expect(told).toEqual(['day1size1letterGamma', 'day2size0.5letterGamma', 'day1size4letterBeta'])
  await page.keyboard.press('Enter')
  const faint = () => page.$$eval('#living .mark-line path', (lines) => lines.map((line) => line.getAttribute('opacity')))
  await expect.poll(faint).toEqual(['0.2', '1', '0.2'])
  // The chart keeps the keys, and its words.
  expect(await page.$eval('#living .chart-tooltip', ({ textContent }) => textContent)).toBe(told[2])
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('live-chart')
  for (const [key, points] of [
    ['PageDown', 9],
    ['PageUp', 6],
  ] as const) {
    await page.keyboard.press(key)
    await living(points)
    expect(await faint()).toEqual(['0.2', '1', '0.2'])
  }
})

test('a dark ground is dark whatever the theme, and its text is light', async () => {
  await open('steps')
  const colours = () =>
    page.$eval('#steps > .slide', (slide) => [getComputedStyle(slide).backgroundColor, getComputedStyle(slide).color])
  const seen = []
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
    seen.push(await colours())
  }
  expect(seen).toEqual([
    ['rgb(20, 23, 26)', 'rgb(236, 232, 223)'],
    ['rgb(20, 23, 26)', 'rgb(236, 232, 223)'],
  ])
})

test('code keeps to its column, and formulas have their face', async () => {
  await open('code')
  const over = await page.$$eval(
    '#code pre',
    (blocks) => blocks.filter((block) => block.scrollWidth > block.clientWidth + 1).length,
  )
  expect(over).toBe(0)
  await open('formulas')
  const faces = await page.evaluate(() =>
    document.fonts.ready.then((fonts) => [...fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family)),
  )
  expect(faces).toContain('Noto Sans Math')
})

test('the policy of the page blocks nothing of it', () => {
  expect(blocked.filter((text) => /Content Security Policy|refused/i.test(text))).toEqual([])
})

test('a film plays with its captions, and rests when its slide is left', async () => {
  await open('playing')
  const film = () =>
    page.$eval('#playing video', (video) => ({
      paused: (video as HTMLVideoElement).paused,
      width: (video as HTMLVideoElement).videoWidth,
    }))
  await page.$eval('#playing video', (video) => {
    Object.assign(video, { muted: true, loop: true })
    return (video as HTMLVideoElement).play()
  })
  expect(await film()).toEqual({ paused: false, width: 64 })
  await press(page, 'ArrowRight')
  expect((await film()).paused).toBe(true)
})

test('a pointer that leaves the frame of another site gives the keys back', async () => {
  await open('outside')
  await page.$eval('#outside iframe', (frame) => (frame as HTMLElement).focus())
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME')
  await page.mouse.move(40, 40)
  await page.mouse.move(44, 44)
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
})
