import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import type { Watched } from '../open-deck.ts'
import { DESK } from '../reading.ts'
import { openedDeck } from '../use-deck.ts'

const deck = openedDeck()

async function open(place: 'web' | 'disk'): Promise<Watched> {
  const watched = await deck.open(`${deck[place]}read.html#germany`, DESK)
  await watched.page.bringToFront()
  await watched.page
    .browserContext()
    .overridePermissions(new URL(deck.web).origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write'])
  await watched.page.evaluate(() => {
    window.countdown.motion = false
    return window.countdown.goTo('germany')
  })
  return watched
}

/** What lies on the clipboard, by type. */
async function clipboard({ page }: Watched): Promise<Map<string, Buffer>> {
  const found = await page.evaluate(async () => {
    const items = await navigator.clipboard.read()
    const types = items.flatMap((item) => item.types.map((type) => [type, item] as const))
    return Promise.all(
      types.map(async ([type, item]) => {
        const bytes = new Uint8Array(await (await item.getType(type)).arrayBuffer())
        return [type, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))] as const
      }),
    )
  })
  return new Map(found.map(([type, text]) => [type, Buffer.from(text, 'base64')]))
}

async function copied(watched: Watched): Promise<void> {
  await watched.page.waitForFunction(() => document.querySelector('#announcer')?.textContent === 'Copied')
}

test('C copies the chart in view as PNG and SVG, with headline and source, in the colours that are seen', async () => {
  const watched = await open('web')
  await watched.page.keyboard.press('c')
  await copied(watched)
  const found = await clipboard(watched)
  const png = PNG.sync.read(found.get('image/png') ?? Buffer.alloc(0))
  const svg = (found.get('image/svg+xml') ?? found.get('text/plain'))?.toString('utf8') ?? ''
  expect(svg).toMatch(/^<svg\b[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
  const texts = await watched.page.evaluate(
    (markup) => new DOMParser().parseFromString(markup, 'text/html').body.textContent,
    svg,
  )
  expect(texts?.replace(/\s+/g, ' ')).toContain('Germany buys')
  expect(texts).toContain('Source: Observatory of Economic Complexity')
  expect(texts).toContain('the deficit')
  expect(svg).not.toContain('var(--')
  const [width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)?.slice(1).map(Number) ?? []
  expect([png.width, png.height]).toEqual([(width ?? 0) * 2, Math.round(height ?? 0) * 2])
  // Paper at the corner, and the signal colour somewhere.
  expect([...png.data.subarray(0, 4)]).toEqual([0xfa, 0xf8, 0xf3, 255])
  const signals = Array.from({ length: png.data.length / 4 }, (_, at) => png.data.readUIntBE(at * 4, 3)).filter(
    (rgb) => rgb === 0xa83208,
  )
  expect(signals.length).toBeGreaterThan(500)
  expect([watched.violations, watched.errors]).toEqual([[], []])
})

test('the button on the chart is reached by Tab, and says that it is done', async () => {
  const watched = await open('web')
  for (let pressed = 0; pressed < 60; pressed++) {
    await watched.page.keyboard.press('Tab')
    if (await watched.page.evaluate(() => document.activeElement?.matches('.stage > .copy-chart'))) break
  }
  expect(await watched.page.$eval('.stage > .copy-chart', (button) => getComputedStyle(button).opacity)).toBe('1')
  await watched.page.keyboard.press('Enter')
  await watched.page.waitForFunction(() => document.querySelector('.stage > .copy-chart')?.textContent === 'Copied')
  expect((await clipboard(watched)).has('image/png')).toBe(true)
})

test('a page that was opened from disk copies, too, or offers both files', async () => {
  const watched = await open('disk')
  await watched.page.keyboard.press('c')
  await copied(watched)
  expect(watched.violations).toEqual([])
})
