import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { embed } from '../../src/outputs/embed/embed-output.ts'
import { newContext } from '../browser/shared-browser.ts'
import { toolsWith } from '../outputs/tools.ts'
import { runFolder } from '../run-folder.ts'
import { storyOf } from '../story-of.ts'
import { writeFiles } from '../write-files.ts'

const folder = runFolder('embed')
const at = (path: string) => String(pathToFileURL(join(folder, path)))

let context: BrowserContext
beforeAll(async () => {
  const story = await storyOf()
  writeFiles(folder, await embed.make(story, toolsWith()))
  context = await newContext()
})
afterAll(() => context.close())

/** A page with errors, refusals and requests to elsewhere. */
async function openPage(): Promise<{ page: Page; wrong: string[] }> {
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('console', (message) => wrong.push(message.text()))
  page.on('request', (request) => {
    if (!/^(?:data:|file:)/.test(request.url())) wrong.push(request.url())
  })
  return { page, wrong }
}

/** A page of someone else's, with what the list says of these charts. */
async function openHost(names: readonly string[], style = ''): Promise<{ page: Page; wrong: string[] }> {
  const opened = await openPage()
  await opened.page.goto(at('embed/index.html'))
  const snippets = await opened.page.$$eval('textarea', (areas) => areas.map(({ value }) => value))
  const chosen = names.map((name) => snippets.find((snippet) => snippet.includes(`/${name}.html"`)) ?? `no snippet of ${name}`)
  const path = join(folder, `host-${names.join('-')}.html`)
  writeFileSync(
    path,
    `<!doctype html><style>body{margin:0}${style}</style>${chosen.join('\n').replaceAll(' loading="lazy"', '')}`,
  )
  await opened.page.goto(String(pathToFileURL(path)))
  return opened
}

/** How much higher each frame is than the chart in it. */
async function spareHeights(page: Page): Promise<number[]> {
  const spare: number[] = []
  for (const frame of page.mainFrame().childFrames()) {
    const element = await frame.frameElement()
    // Browsers lay out anew only what is in sight.
    await element?.evaluate((seen) => seen.scrollIntoView())
    const { height, overflow } = await frame.evaluate(() => ({
      height: document.documentElement.getBoundingClientRect().height,
      overflow: document.documentElement.scrollWidth - innerWidth,
    }))
    const outer = (await element?.evaluate((seen) => seen.getBoundingClientRect().height)) ?? 0
    spare.push(overflow > 0 ? Number.NaN : outer - height)
  }
  return spare
}

test.each([
  ['knows', false],
  ['refuses', true],
])(
  'in a browser that %s no frames that size themselves every frame is as high as its chart, after every change of the width',
  async (_, refuses) => {
    const { page, wrong } = await openHost(['libya', 'china', 'ladder', 'map', 'ranking'])
    if (refuses) {
      await page.evaluateOnNewDocument(() =>
        Object.assign(window, {
          requestResize() {
            throw new DOMException('', 'NotAllowedError')
          },
        }),
      )
      await page.reload()
    }
    expect(page.mainFrame().childFrames().length).toBe(5)
    for (const width of [1280, 320, 639, 960, 480]) {
      await page.setViewport({ width, height: 800 })
      const isWrong = (spare: number) => !(spare >= 0 && spare <= 1)
      await expect.poll(async () => (await spareHeights(page)).filter(isWrong), { message: `${width} px` }).toEqual([])
    }
    expect(wrong).toEqual([])
    await page.close()
  },
)

test('a chart is light or dark as the page around it', async () => {
  const paperIn = async (scheme: string) => {
    const { page } = await openHost(['germany'], `:root{color-scheme:${scheme}}`)
    const paper = await page
      .mainFrame()
      .childFrames()[0]
      ?.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    await page.close()
    return paper
  }
  expect(await paperIn('dark')).toBe('rgb(20, 23, 26)')
  expect(await paperIn('light')).toBe('rgb(250, 248, 243)')
})

test.each([
  [1280, 'wide'],
  [400, 'narrow'],
])('in a window of %d px the %s chart is drawn, and no other, without script too', async (width, kind) => {
  const { page, wrong } = await openPage()
  await page.setJavaScriptEnabled(false)
  await page.setViewport({ width, height: 800 })
  await page.goto(at('embed/germany.html'))
  const seen = await page.$$eval('.still', (stills) =>
    stills.filter((still) => still.checkVisibility()).map((still) => still.className),
  )
  expect(seen).toEqual([`still ${kind}`])
  expect(await page.$eval('h1', (heading) => getComputedStyle(heading).fontFamily)).toContain('Source Serif 4')
  expect(await page.$eval('.foot', (foot) => foot.textContent)).toContain('Source: Observatory of Economic Complexity')
  expect(wrong).toEqual([])
  await page.close()
})

test('the list copies what to paste, with the address where the chart lies', async () => {
  const { page, wrong } = await openPage()
  await page.goto(at('embed/index.html'))
  await page.evaluate(() => {
    navigator.clipboard.writeText = (text) => {
      document.title = text
      return Promise.resolve()
    }
  })
  await page.click('[data-copies=snippet-0]')
  await page.waitForFunction(() => document.querySelector('[data-copies=snippet-0]')?.textContent === 'Copied')
  expect(await page.title()).toContain(` src="${at('embed/libya.html')}"`)
  expect(wrong).toEqual([])
  await page.close()
})
