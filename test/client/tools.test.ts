import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type DeckInBrowser, openDeck, press, slideIds, stepOf } from './open-deck.ts'

let deck: DeckInBrowser
let page: Page
let ids: string[]

beforeAll(async () => {
  deck = await openDeck()
  page = (await deck.open(`${deck.web}index.html`)).page
  ids = await slideIds(page)
  await page.evaluate(() => {
    window.countdown.motion = false
  })
})
afterAll(() => deck.close())
beforeEach(() => page.evaluate(() => window.countdown.goTo('libya')))

const idAfter = async (...keys: Parameters<typeof press>[1][]) => {
  await press(page, ...keys)
  return (await stepOf(page)).id
}

test.each([
  ['g', 'viet', 'vietnam'],
  ['/', '12', 'thailand'],
  ['g', 'trinidad', 'trinidad-and-tobago'],
] as const)('%s, typing "%s" and Enter go to %s', async (key, query, id) => {
  await page.keyboard.press(key)
  await page.keyboard.type(query)
  expect(await idAfter('Enter')).toBe(id)
})

test('a digit opens the dialog with itself, arrow keys choose, Escape leaves everything as it was', async () => {
  await page.keyboard.press('2')
  expect(await page.$eval('#jump input', (input) => input.value)).toBe('2')
  const options = await page.$$eval('#jump [role=option]', (items) => items.map((item) => item.textContent ?? ''))
  expect(options[0]).toContain('#2 Mexico')
  await page.keyboard.press('ArrowDown')
  const selected = await page.$eval('#jump [aria-selected=true]', (item) => [item.id, item.textContent ?? ''] as const)
  expect(selected[1]).toBe(options[1])
  expect(await page.$eval('#jump input', (input) => input.getAttribute('aria-activedescendant'))).toBe(selected[0])
  expect(await idAfter('Escape')).toBe('libya')
  expect(await page.$('dialog[open]')).toBeNull()
  expect(await idAfter('ArrowRight')).toBe('trinidad-and-tobago')
})

test('the overview shows every slide by act, and goes to the one that is chosen', async () => {
  await page.keyboard.press('o')
  expect(
    await page.$$eval('#overview[open] [data-id]', (links) => links.map((link) => (link as HTMLElement).dataset.id)),
  ).toEqual(ids)
  expect(await page.$$eval('#overview h3', (heads) => heads.length)).toBe(await page.$$eval('.acts a', (acts) => acts.length))
  expect(await page.$eval('#overview [data-id=libya] svg', (svg) => svg.childElementCount)).toBeGreaterThan(3)
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.id)).toBe('libya')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => window.countdown.step.id === 'trinidad-and-tobago')
  await page.keyboard.press('Escape')
  expect(await page.$('#overview[open]')).not.toBeNull()
  expect(await idAfter('o')).toBe('trinidad-and-tobago')
  expect(await page.$('#overview[open]')).toBeNull()
})

test('the help names every key', async () => {
  await page.keyboard.press('?')
  const rows = await page.$$eval('#help[open] tbody tr', (all) => all.map((row) => row.textContent))
  expect(rows).toHaveLength(13)
  expect(rows.join()).toContain('Speaker view')
  await page.keyboard.press('Escape')
})

test('the table sorts by its heads, with what is missing last, and still fits the slide', async () => {
  await page.evaluate(() => window.countdown.goTo('explore'))
  const press = async (name: string) => {
    const [head] = await page.$$(`.records thead th.${name} button`)
    await head?.click()
    return page.$$eval('.records tbody tr', (rows) => rows.map((row) => row.querySelector('.name')?.textContent ?? ''))
  }
  expect((await press('gdp')).slice(0, 2)).toEqual(['China', 'Germany'])
  const smallestFirst = await press('gdp')
  expect([smallestFirst[0], smallestFirst.length]).toEqual(['Guyana', 43])
  expect(smallestFirst.slice(-2).sort()).toEqual(['Chinese Taipei', 'Venezuela'])
  expect(await page.$eval('.records thead th.gdp', (head) => head.ariaSort)).toBe('ascending')
  // Sorted by name and by place, the long places come together.
  expect((await press('name'))[0]).toBe('Algeria')
  await press('location')
  const [bottom = 0, source = 0] = await page.evaluate(() => [
    document.querySelector('.explorer-table')?.getBoundingClientRect().bottom,
    document.querySelector('section.present .source')?.getBoundingClientRect().top,
  ])
  expect(bottom).toBeGreaterThan(600)
  expect(bottom).toBeLessThan(source)
})
