import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DeckInBrowser, openDeck, slideIds, stepOf } from './open-deck.ts'

let deck: DeckInBrowser
beforeAll(async () => {
  deck = await openDeck()
})
afterAll(() => deck.close())

const QUERIES = [
  'shuffle=true',
  'view=scroll',
  'print-pdf',
  'postMessage=true&postMessageEvents=true',
  'showNotes=true&controls=true&progress=true&slideNumber=true',
  'autoSlide=200&loop=true',
  'width=100&height=90&margin=0.4&minScale=0.2&maxScale=0.2',
  'rtl=true',
  'receiver',
  'embedded=true&center=true&transition=zoom&keyboard=false&touch=false',
  'utm_source=letter&fbclid=x&disableLayout=true',
]

/** What the audience sees of the page, and what other windows could do with it. */
async function look(address: string, bypass: boolean) {
  const { page, errors, foreign } = await deck.open('about:blank')
  await page.setBypassCSP(bypass)
  await page.goto(address)
  await page.evaluate(() => window.countdown.ready)
  const looks = await page.evaluate(async () => {
    window.countdown.motion = false
    await window.countdown.goTo('libya')
    postMessage(JSON.stringify({ method: 'slide', args: [2] }), '*')
    // Longer than a slide would stay on by itself.
    await new Promise((resolve) => setTimeout(resolve, 450))
    const main = document.querySelector('.reveal') as HTMLElement
    const boxes = ['.slides', '.stage svg', 'section.present', '.stage'].map((selector) => {
      const { x, y, width, height } = (document.querySelector(selector) as Element).getBoundingClientRect()
      return [selector, x, y, width, height]
    })
    const classes = [...main.classList, ...document.body.classList, ...document.documentElement.classList]
    return { boxes, classes, text: main.textContent, step: window.countdown.step, title: document.title }
  })
  const ids = await slideIds(page)
  await page.keyboard.press('ArrowRight')
  const after = (await stepOf(page)).id
  await page.close()
  return { ...looks, ids, after, errors, foreign }
}

describe.each([
  ['with the policy', false],
  ['without it', true],
] as const)('nothing in the query changes the deck, %s', (_, bypass) => {
  let plain: Awaited<ReturnType<typeof look>>
  beforeAll(async () => {
    plain = await look(`${deck.web}index.html`, bypass)
    expect(plain.after).toBe('trinidad-and-tobago')
  })

  // At once, since each of them waits.
  test.concurrent.each(QUERIES)('?%s', async (query) => {
    expect(await look(`${deck.web}index.html?${query}`, bypass)).toEqual(plain)
  })
})

test('nor on the way to a slide, and the query stays in the address', async () => {
  const { page } = await deck.open(`${deck.web}index.html?shuffle=true&print-pdf#/germany`)
  expect((await stepOf(page)).id).toBe('germany')
  expect(page.url()).toBe(`${deck.web}index.html?shuffle=true&print-pdf#/germany`)
})
