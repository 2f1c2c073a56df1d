import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runFolder } from '../run-folder.ts'
import { buildFixture } from './build-fixture.ts'
import { type DeckInBrowser, openDeck, press, stepOf, type Watched } from './open-deck.ts'

const DECKS = join(import.meta.dirname, '../decks')
const folder = runFolder('rtl')
let deck: DeckInBrowser
let watched: Watched
beforeAll(async () => {
  cpSync(join(DECKS, 'german'), folder, { recursive: true })
  cpSync(join(DECKS, 'hebrew'), folder, { recursive: true })
  deck = await openDeck(buildFixture(folder))
  watched = await deck.open(`${deck.web}index.html`)
})
afterAll(async () => {
  await deck.close()
})
beforeEach(() => watched.page.evaluate(() => window.countdown.goTo('beta')))

const ids = { next: 'alpha', previous: 'gamma' }

test.each([
  ['ArrowLeft', ids.next],
  ['ArrowRight', ids.previous],
  ['ArrowDown', ids.next],
  ['PageDown', ids.next],
  ['PageUp', ids.previous],
  ['Space', ids.next],
] as const)('%s leads to %s', async (key, id) => {
  await press(watched.page, key)
  expect((await stepOf(watched.page)).id).toBe(id)
})

test('the arrow that points to the left stands left, and leads on', async () => {
  const [next, previous] = await watched.page.evaluate(() =>
    ['next', 'previous'].map((action) => document.querySelector(`[data-action=${action}]`)?.getBoundingClientRect().left ?? 0),
  )
  expect(next).toBeLessThan(previous ?? 0)
  await watched.page.click('[data-action=next]')
  expect((await stepOf(watched.page)).id).toBe(ids.next)
})

test('a finger that moves to the right draws the next slide in from the left', async () => {
  const touch = await watched.page.touchscreen.touchStart(500, 400)
  await touch.move(900, 400)
  await touch.end()
  await watched.page.waitForFunction((id) => window.countdown.step.id === id, {}, ids.next)
})

test('in the overview the arrows go where they point', async () => {
  await watched.page.keyboard.press('o')
  await watched.page.keyboard.press('ArrowLeft')
  expect(await watched.page.evaluate(() => (document.activeElement as HTMLElement).dataset.id)).toBe(ids.next)
  await watched.page.keyboard.press('Escape')
})

test('the help names the arrows as they are', async () => {
  const rows = await watched.page.$$eval('#help tbody tr', (all) => all.map(({ textContent }) => textContent ?? ''))
  expect(rows.find((row) => row.includes('Next slide'))).toContain('←')
  expect(rows.find((row) => row.includes('Previous slide'))).toContain('→')
})

test('the reading page agrees', async () => {
  const { page } = await deck.open(`${deck.web}read.html#beta`)
  await page.evaluate(() => window.countdown.goTo('beta'))
  await press(page, 'ArrowLeft')
  expect((await stepOf(page)).id).toBe(ids.next)
})
