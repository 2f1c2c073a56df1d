import { beforeAll, describe, expect, test } from 'vitest'
import { slideIds, stepOf, type Watched } from './open-deck.ts'
import { openedDeck } from './use-deck.ts'

const deck = openedDeck()

/** What may be asked for at once, and the modes of reveal.js, each of which would hide the others. */
const QUERIES = [
  [
    'shuffle=true&postMessage=true&postMessageEvents=true&showNotes=true&controls=true&progress=true&slideNumber=true',
    'autoSlide=200&loop=true&width=100&height=90&margin=0.4&minScale=0.2&maxScale=0.2&rtl=true',
    'embedded=true&center=true&transition=zoom&keyboard=false&touch=false&utm_source=letter&fbclid=x&disableLayout=true',
  ].join('&'),
  'view=scroll',
  'print-pdf',
  'receiver',
]

/** What the audience sees of the page, and what other windows could do with it. */
async function look({ page, errors, foreign }: Watched, query: string) {
  await page.goto(`${deck.web}index.html${query}`)
  await page.evaluate(() => window.countdown.ready)
  // Longer than a slide would stay on by itself.
  const patience = query.includes('autoSlide') ? 450 : 0
  const looks = await page.evaluate(async (ms) => {
    window.countdown.motion = false
    await window.countdown.goTo('libya')
    postMessage(JSON.stringify({ method: 'slide', args: [2] }), '*')
    await new Promise((resolve) => addEventListener('message', () => setTimeout(resolve, ms), { once: true }))
    const main = document.querySelector('.reveal') as HTMLElement
    const boxes = ['.slides', '.stage svg', 'section.present', '.stage'].map((selector) => {
      const { x, y, width, height } = (document.querySelector(selector) as Element).getBoundingClientRect()
      return [selector, x, y, width, height]
    })
    const classes = [...main.classList, ...document.body.classList, ...document.documentElement.classList]
    return { boxes, classes, text: main.textContent, step: window.countdown.step, title: document.title }
  }, patience)
  const ids = await slideIds(page)
  await page.keyboard.press('ArrowRight')
  const after = (await stepOf(page)).id
  return { ...looks, ids, after, errors: errors.splice(0), foreign: foreign.splice(0) }
}

describe.each([
  ['with the policy', false, [QUERIES.join('&')]],
  ['without it', true, QUERIES],
])('nothing in the query changes the deck, %s', (_, bypass, queries) => {
  let watched: Watched
  let plain: Awaited<ReturnType<typeof look>>
  beforeAll(async () => {
    watched = await deck.open('about:blank')
    await watched.page.setBypassCSP(bypass)
    plain = await look(watched, '')
    expect(plain.after).toBe('trinidad-and-tobago')
  })

  test.each(queries)('?%s', async (query) => {
    expect(await look(watched, `?${query}`)).toEqual(plain)
  })
})

test('nor on the way to a slide, and the query stays in the address', async () => {
  const { page } = await deck.open(`${deck.web}index.html?shuffle=true&print-pdf#/germany`)
  expect((await stepOf(page)).id).toBe('germany')
  expect(page.url()).toBe(`${deck.web}index.html?shuffle=true&print-pdf#/germany`)
})
