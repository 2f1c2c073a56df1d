import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import type { BrowserContext } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photograph } from '../../src/browser/page.ts'
import { stillSvg } from '../../src/motion/still.ts'
import { inlineStyle } from '../../src/outputs/assets.ts'
import { frames } from '../../src/story/frames.ts'
import type { Story } from '../../src/story/story.ts'
import { newContext } from '../browser/shared-browser.ts'
import { ROOT, storyOf } from '../story-of.ts'

const STORED = join(import.meta.dirname, 'stored')

/** One step of every scene. */
const STEPS = ['unit', 'guyana', 'handfuls', 'france', 'map', 'scatter', 'vietnam', 'china', 'net', 'ranking']

/** Half the size is enough to see a mark that has moved. */
const WINDOW = { width: 1280, height: 720, scale: 0.5 }

/** How much of a picture may differ before it counts as another: antialiasing differs between processors. */
const TOLERANCE = 0.001

let context: BrowserContext
let story: Story
let style = ''

beforeAll(async () => {
  ;[context, story, style] = await Promise.all([newContext(), storyOf(), inlineStyle(ROOT, 'src/outputs/slides/slides.css')])
})
afterAll(() => context?.close())

async function picture(id: string): Promise<PNG> {
  const index = story.slides.findIndex((slide) => slide.id === id)
  const state = story.wide.states[index]
  if (!state) throw new Error(`found no slide ${id}`)
  const page = await context.newPage()
  const html = `<!doctype html><style>${style} body{margin:0} svg{position:static;display:block}</style>${stillSvg(state, frames.wide)}`
  const [png] = await photograph(page, html, WINDOW, 1)
  await page.close()
  return PNG.sync.read(Buffer.from(png ?? []))
}

test.each(STEPS)('the still of %s looks as it did', async (id) => {
  const now = await picture(id)
  const path = join(STORED, `${id}.png`)
  if (process.env.UPDATE_STILLS) {
    mkdirSync(STORED, { recursive: true })
    writeFileSync(path, PNG.sync.write(now))
  }
  expect(existsSync(path), `no stored picture ${path}; look at the slide, then run the tests with UPDATE_STILLS=1`).toBe(true)
  const before = PNG.sync.read(readFileSync(path))
  expect([now.width, now.height]).toEqual([before.width, before.height])
  const difference = new PNG({ width: now.width, height: now.height })
  const pixels = pixelmatch(before.data, now.data, difference.data, now.width, now.height, { threshold: 0.2 })
  const share = pixels / (now.width * now.height)
  const shown = join(tmpdir(), `countdown-still-${id}.png`)
  if (share > TOLERANCE) writeFileSync(shown, PNG.sync.write(difference))
  expect(
    share,
    `${pixels} pixels differ, red in ${shown}; if that is wanted, run the tests with UPDATE_STILLS=1`,
  ).toBeLessThanOrEqual(TOLERANCE)
})
