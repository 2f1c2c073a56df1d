import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { expect, test } from 'vitest'
import { goTo, press } from './open-deck.ts'
import { useDeck } from './use-deck.ts'

const used = useDeck('libya')

/** What a keyboard of another script sends. */
const type = (page: Page, key: string, code: string) =>
  page.evaluate(
    (init) => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }))
    },
    { key, code },
  )

test.each([
  ['п', 'KeyG', '#jump'],
  ['щ', 'KeyO', '#overview'],
  ['ο', 'KeyO', '#overview'],
  ['ם', 'KeyO', '#overview'],
])('the key %s at %s opens %s', async (key, code, dialog) => {
  await type(used.page, key, code)
  await used.page.waitForSelector(`${dialog}[open]`)
  await used.page.keyboard.press('Escape')
})

test.each(['select', 'input type=range', 'input', 'textarea', 'button'])(
  'a clicker steps while a <%s> has the focus',
  async (tag) => {
    await used.page.evaluate((markup) => {
      const host = document.createElement('div')
      host.id = 'control'
      host.innerHTML = `<${markup}>${markup === 'select' ? '<option>1<option>2' : ''}`
      document.querySelector('.reveal')?.append(host)
      host.querySelector<HTMLElement>('*')?.focus()
    }, tag)
    expect(await used.page.evaluate(() => document.activeElement?.closest('#control') !== null)).toBe(true)
    expect(await used.idAfter('PageDown')).toBe('trinidad-and-tobago')
    expect(await used.idAfter('PageUp')).toBe('libya')
    expect(await used.idAfter('ArrowRight')).toBe(tag === 'button' ? 'trinidad-and-tobago' : 'libya')
    await used.page.evaluate(() => document.querySelector('#control')?.remove())
  },
)

test.each(['g', 'o', '?'] as const)('a clicker steps out of the dialog of %s', async (key) => {
  await used.page.keyboard.press(key)
  await used.page.waitForSelector('dialog[open]')
  expect(await used.idAfter('PageDown')).toBe('trinidad-and-tobago')
  expect(await used.page.$('dialog[open]')).toBeNull()
})

test('Space after a click on a switch steps, and does not press it again', async () => {
  await used.page.click('[data-action=theme]')
  const theme = () => used.page.evaluate(() => document.documentElement.dataset.theme)
  expect(await theme()).toBe('dark')
  expect(await used.idAfter('Space')).toBe('trinidad-and-tobago')
  expect(await theme()).toBe('dark')
  await used.page.click('[data-action=theme]')
  await used.page.click('[data-action=help]')
  await used.page.keyboard.press('Escape')
  expect(await used.idAfter('Space')).toBe('venezuela')
  expect(await used.page.$('dialog[open]')).toBeNull()
})

test.each(['PageDown', 'ArrowRight', 'Space', 'ArrowLeft', 'End'] as const)(
  '%s leaves the black screen, and steps',
  async (key) => {
    await used.page.keyboard.press('.')
    await used.page.waitForSelector('.reveal.paused')
    expect(await used.idAfter(key)).not.toBe('libya')
    expect(await used.page.$('.reveal.paused')).toBeNull()
  },
)

test('a step leaves the black screen at the end of the deck too', async () => {
  await used.idAfter('End', 'b', 'PageDown')
  expect(await used.page.$('.reveal.paused')).toBeNull()
})

test('toolbar and cursor hide when nothing has moved, and come back with a movement or the focus', async () => {
  const { page } = await used.deck.open('about:blank')
  // Three seconds of the page pass at once.
  await page.evaluateOnNewDocument(() => {
    const waits: [number, () => void][] = []
    const later = window.setTimeout.bind(window)
    const never = window.clearTimeout.bind(window)
    Object.assign(window, {
      setTimeout: (run: () => void, ms = 0) => (ms === 3000 ? -waits.push([ms, run]) : later(run, ms)),
      clearTimeout: (id: number) => (id < 0 ? waits.splice(0) : never(id)),
      passThreeSeconds: () => {
        for (const [, run] of waits.splice(0)) run()
      },
    })
  })
  await goTo(page, `${used.deck.web}index.html#/libya`)
  const pass = () => page.evaluate(() => (window as unknown as { passThreeSeconds(): void }).passThreeSeconds())
  const look = () =>
    page.evaluate(() => [
      getComputedStyle(document.documentElement).cursor,
      getComputedStyle(document.querySelector('.switches') as Element).opacity,
    ])
  const [shown, hidden] = [
    ['auto', '1'],
    ['none', '0'],
  ]
  await pass()
  expect(await look(), 'before anyone presents').toEqual(shown)
  await press(page, 'ArrowRight')
  await pass()
  expect(await look()).toEqual(hidden)
  await press(page, 'ArrowRight')
  expect(await look(), 'steps by key leave it hidden').toEqual(hidden)
  await page.mouse.move(300, 300)
  expect(await look()).toEqual(shown)
  await pass()
  expect(await look()).toEqual(hidden)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  for (let i = 0; i < 20 && !(await page.$('.switches :focus')); i++) await page.keyboard.press('Tab')
  await pass()
  expect((await look())[1], 'while a switch has the focus').toBe('1')
  await page.close()
})
