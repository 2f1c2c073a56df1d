import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LiveDeck, type LivePage, openLive, watchMinimal, withMachine } from './live-deck.ts'

let live: LiveDeck
let browser: Awaited<ReturnType<typeof openLive>>
/** In the order in which they wait for the stream. */
let pages: LivePage[]

beforeAll(async () => {
  ;[live, browser] = await Promise.all([watchMinimal(withMachine), openLive()])
  pages = []
  // One more than a browser has connections for, and one more to load.
  for (const path of ['', 'read.html', '#/beta', 'read.html', 'handout.html', '#/alpha', 'read.html', 'speaker.html'])
    pages.push(await browser.open(`${live.url}${path}`))
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

test('more pages than a browser has connections are all renewed', async () => {
  await renews(pages)
})

test('when the page that listens is hidden, closed or crashes, another one listens', async () => {
  const [first, second, third, ...rest] = pages as [LivePage, LivePage, LivePage, ...LivePage[]]
  await hide(first, true)
  await renews([second, third, ...rest])
  await hide(first, false)
  await first.shows('body', `Beta measures ${words + 4}`)
  await second.page.close()
  await renews([first, third, ...rest])
  await third.page.createCDPSession().then((session) => void session.send('Page.crash').catch(() => undefined))
  await renews([first, ...rest])
})

test('when the page that listens is stopped, another one takes over', async () => {
  const [first, , , stopped, ...rest] = pages as [LivePage, LivePage, LivePage, LivePage, ...LivePage[]]
  const session = await stopped.page.createCDPSession()
  await session.send('Debugger.enable')
  await session.send('Debugger.pause')
  await renews([first, ...rest])
  await session.send('Debugger.disable')
  await stopped.shows('body', `Beta measures ${words + 4}`)
  await renews([first, stopped, ...rest])
  for (const { faults } of [first, stopped, ...rest]) expect(faults).toEqual([])
})
