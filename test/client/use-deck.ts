import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { type DeckInBrowser, openDeck, press, slideIds, stepOf } from './open-deck.ts'

/** The deck of a test file, opened before its tests and closed after them. */
export function openedDeck(outputs?: () => Promise<string>): DeckInBrowser {
  const deck = {} as DeckInBrowser
  beforeAll(async () => void Object.assign(deck, await openDeck(outputs?.())))
  afterAll(() => deck.close())
  return deck
}

/** The deck of a test file: one page without motion, which every test finds at the same slide. */
export interface UsedDeck {
  readonly deck: DeckInBrowser
  readonly page: Page
  /** Of all slides, in order. */
  readonly ids: readonly string[]
  /** Presses keys and tells which slide is then on. */
  idAfter(...keys: Parameters<typeof press>[1][]): Promise<string>
}

/** Opens the deck before the tests of a file and closes it after them. */
export function useDeck(slide: string): UsedDeck {
  const used = { deck: openedDeck() } as { deck: DeckInBrowser; page: Page; ids: string[] }
  beforeAll(async () => {
    used.page = (await used.deck.open(`${used.deck.web}index.html`)).page
    used.ids = await slideIds(used.page)
    await used.page.evaluate(() => {
      window.countdown.motion = false
    })
  })
  beforeEach(() => used.page.evaluate((id) => window.countdown.goTo(id), slide))
  return Object.assign(used, {
    async idAfter(...keys: Parameters<typeof press>[1][]) {
      await press(used.page, ...keys)
      return (await stepOf(used.page)).id
    },
  })
}
