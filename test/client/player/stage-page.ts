import { build } from 'esbuild'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll } from 'vitest'
import type { RunningBrowser } from '../../../src/browser/launch.ts'
import type { Stage } from '../../../src/client/player/player.ts'
import { stillSvg } from '../../../src/motion/still.ts'
import { encodeTrack } from '../../../src/motion/track/encode-track.ts'
import type { Track } from '../../../src/story/story.ts'
import { sharedBrowser } from '../../browser/shared-browser.ts'

declare global {
  interface Window {
    stage: Stage
    player: typeof import('../../../src/client/player/player.ts')
    /** Lets a number of animation frames pass. */
    passFrames(count: number): Promise<void>
  }
}

/** Runs in the page: 60 frames are a second there, however busy the machine is. */
function timeByFrames(): void {
  if (Object.hasOwn(window, 'passFrames')) return
  const request = window.requestAnimationFrame.bind(window)
  let [frame, stamp] = [0, 0]
  window.requestAnimationFrame = (draw) =>
    request((now) => {
      if (now !== stamp) frame++
      stamp = now
      draw((frame * 1000) / 60)
    })
  window.passFrames = async (count) => {
    for (let i = 0; i < count; i++) await new Promise(window.requestAnimationFrame)
  }
}

/** The player as one script that sets \`window.player\`. */
async function bundlePlayer(): Promise<string> {
  const entry = new URL('../../../src/client/player/player.ts', import.meta.url).pathname
  const result = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife', globalName: 'player' })
  return result.outputFiles[0]?.text ?? ''
}

let script: Promise<string> | undefined

/** The page of the tests of a file that use a stage. */
export let page: Page

/** Opens the page before the tests of a file, which is closed after them. */
export function useStage(track: () => Track | Promise<Track>): void {
  beforeAll(async () => {
    page = await openStage(await sharedBrowser(), await track())
  })
  afterAll(() => page.close())
}

/** Opens a page with a stage of the track; nothing is shown on it yet. `lang` is the language that it counts in. */
export async function openStage({ browser }: RunningBrowser, track: Track, lang = 'en'): Promise<Page> {
  const page = (await browser.newPage()) as unknown as Page
  return renewStage(page, track, { lang })
}

/** Puts a new stage into a page, in the place of all that was there. `inside` is what the host holds before. */
export async function renewStage(page: Page, track: Track, { inside = '', lang = 'en' } = {}): Promise<Page> {
  const colors = ':root { --signal: rgb(255, 0, 0); --mute: rgb(128, 128, 128); --ink: rgb(0, 0, 0) }'
  await page.setContent(`<!doctype html><html lang="${lang}"><style>${colors}</style><div id="host">${inside}</div>`)
  script ??= bundlePlayer()
  await page.evaluate(`${await script};window.player = player`)
  await page.evaluate(timeByFrames)
  await page.evaluate(
    (encoded) => {
      window.stage = window.player.createStage(document.querySelector('#host') as HTMLElement, encoded)
    },
    encodeTrack(track, lang),
  )
  return page
}

/** The same track with shorter moves, in ms: enough where only their end counts. */
export function hasten(track: Track, duration = 100): Track {
  return { ...track, states: track.states.map((state) => ({ ...state, duration })) }
}

/** Shows steps one after another, a number of frames after each, and waits for the end. */
export async function play(page: Page, steps: readonly number[], frames = 0): Promise<void> {
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

/** What is on the stage, mark by mark: tag, attributes in order of name with clip paths resolved, text. */
export function readStage(page: Page): Promise<string[]> {
  return page.evaluate(describeMarks, '#host > svg', '')
}

/** The same for the still of a state, parsed by the same browser. */
export function readStill(page: Page, track: Track, index: number): Promise<string[]> {
  const state = track.states[index]
  return page.evaluate(describeMarks, 'svg', state ? stillSvg(state, track.frame) : '')
}

/** Runs in the page. */
function describeMarks(selector: string, markup: string): string[] {
  const root: ParentNode = markup === '' ? document : document.createRange().createContextualFragment(markup)
  const marks = [...(root.querySelector(selector)?.children ?? [])].filter(({ tagName }) => tagName !== 'defs')
  const clip = (value: string) =>
    root.querySelector(`${value.slice(4, -1)} > rect`)?.outerHTML.replace(/ xmlns="[^"]*"/, '') ?? 'missing'
  return marks.map((mark) => {
    const attributes = [...mark.attributes].map(({ name, value }) => `${name}=${name === 'clip-path' ? clip(value) : value}`)
    return [mark.tagName, ...attributes.sort(), mark.textContent].join(' ')
  })
}
