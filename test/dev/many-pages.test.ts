import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LiveDeck, type LivePage, openLive, watchMinimal, withMachine } from './live-deck.ts'

let live: LiveDeck
let browser: Awaited<ReturnType<typeof openLive>>
let pages: LivePage[]

beforeAll(async () => {
  ;[live, browser] = await Promise.all([watchMinimal(withMachine), openLive()])
  pages = await Promise.all(['', 'read.html', 'handout.html', 'speaker.html'].map((path) => browser.open(`${live.url}${path}`)))
})
afterAll(async () => {
  browser.close()
  await live.stop()
})

let words = 0
/** Saves another word and waits until these pages show it. */
async function renews(shown: readonly LivePage[]): Promise<void> {
  const [before, after] = [`size: ${words + 4}`, `size: ${++words + 4}`]
  live.edit('data/records.ts', before, after)
  await Promise.all(shown.map((page) => page.shows('body', `Beta measures ${words + 4}`)))
}

/** A tab behind another one. */
function hide({ page }: LivePage, hidden: boolean): Promise<void> {
  return page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { value, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
}

test('all pages are renewed', async () => {
  await renews(pages)
})

test('a page that is hidden hears nothing and comes back with the newest state', async () => {
  const [first, ...rest] = pages as [LivePage, ...LivePage[]]
  await hide(first, true)
  await renews(rest)
  expect(await first.page.$eval('body', (body) => body.textContent)).not.toContain(`Beta measures ${words + 4}`)
  await hide(first, false)
  await first.shows('body', `Beta measures ${words + 4}`)
})

/** Where the door's headline is in the window of the reading page, in px from its top. */
function door({ page }: LivePage): Promise<number> {
  return page.$eval('#door h3', (headline) => headline.getBoundingClientRect().top)
}

/** A phone, on which someone reads at the door. */
async function readAtDoor(): Promise<{ read: LivePage; before: number }> {
  const read = pages[1] as LivePage
  await read.page.setViewport({ width: 390, height: 844 })
  // The page keeps its own place when the window changes; only then it goes elsewhere.
  await read.page.waitForFunction(() => innerWidth === 390)
  await read.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  // Another style sheet loads the page anew.
  await read.page.waitForFunction(() => document.readyState === 'complete' && window.countdown?.ready.then(() => true))
  await read.page.evaluate(() => window.countdown.goTo('door'))
  return { read, before: await door(read) }
}

test('what is read stays where it is when a style sheet makes everything longer, and when that is undone', async () => {
  const { read, before } = await readAtDoor()
  const path = join(live.folder, 'src/kit/styles/tokens.css')
  const css = readFileSync(path, 'utf8')
  const paddingIs = (px: string) =>
    read.page.waitForFunction(
      (wanted) => getComputedStyle(document.querySelector('#beta') as Element).paddingTop === wanted,
      {},
      px,
    )
  for (const [rules, padding] of [
    ['.step.step { padding-top: 600px }', '600px'],
    ['', '0px'],
  ] as const) {
    writeFileSync(path, `${css}\n${rules}\n`)
    await paddingIs(padding)
    await expect.poll(async () => Math.abs((await door(read)) - before), { timeout: 5000 }).toBeLessThanOrEqual(5)
  }
})

test('a mistake in a style sheet is laid over all pages, with its line', async () => {
  const path = join(live.folder, 'src/kit/styles/tokens.css')
  const css = readFileSync(path, 'utf8')
  writeFileSync(path, `${css.trimEnd()}\n.x { background: url(nix.png) }\n`)
  await Promise.all(pages.map((page) => page.warns('found no file or package `nix.png`; correct its name')))
  const [place, line] = await (pages[0] as LivePage).page.$$eval('.live-location, .live-overlay pre', (found) =>
    found.map(({ textContent }) => textContent),
  )
  expect(place).toBe(`src/kit/styles/tokens.css:${css.trimEnd().split('\n').length + 1}:18`)
  expect(line).toBe('.x { background: url(nix.png) }')
  writeFileSync(path, css)
  await Promise.all(pages.map((page) => page.warns(undefined)))
})

test('the deck’s own style sheet comes into all pages, is told when it is wrong, and goes', async () => {
  const path = join(live.folder, 'slides/style.css')
  const outlined = (isIt: boolean) => (page: LivePage) =>
    page.page.waitForFunction((wanted) => (getComputedStyle(document.body).outlineWidth === '7px') === wanted, {}, isIt)
  writeFileSync(path, 'body { outline: 7px solid }\n')
  await Promise.all(pages.map(outlined(true)))
  writeFileSync(path, 'body { outlin: 7px solid }\n')
  await Promise.all(pages.map((page) => page.warns('found `outlin`, expected a property of CSS')))
  expect(await (pages[0] as LivePage).page.$eval('.live-location', (found) => found.textContent)).toBe('slides/style.css:1:8')
  rmSync(path)
  await Promise.all(pages.map((page) => page.warns(undefined)))
  await Promise.all(pages.map(outlined(false)))
})

test('a slide that is added comes into all pages, and what is read stays where it is', async () => {
  const { read, before } = await readAtDoor()
  writeFileSync(
    join(live.folder, 'slides/extra.mdx'),
    '---\nlayout: statement\nstep: gamma\n---\n\n# A slide that nobody expected\n',
  )
  live.edit('slides/deck.ts', "['gamma', ", "['gamma', 'extra', ")
  await Promise.all(pages.map((page) => page.shows('body', 'A slide that nobody expected')))
  await read.page.waitForFunction(() => document.readyState === 'complete' && window.countdown?.ready.then(() => true))
  // The place is put back until the page has been laid out, and kept from then on.
  await expect.poll(async () => Math.abs((await door(read)) - before), { timeout: 5000 }).toBeLessThanOrEqual(5)
  await read.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  expect(Math.abs((await door(read)) - before)).toBeLessThanOrEqual(5)
})
