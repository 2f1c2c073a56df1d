import { expect, test } from 'vitest'
import { addAxe, CONTRAST, findViolations } from './axe.ts'
import { openedDeck } from './use-deck.ts'

const deck = openedDeck()

test('axe finds nothing at a desk', async () => {
  const { page } = await deck.open(`${deck.web}read.html#germany`, { width: 1280, height: 800 })
  await addAxe(page)
  expect(await findViolations(page)).toEqual([])
})

test.each([false, true])('axe finds nothing on a phone (dark: %s), nor in the menu and the dialogs', async (dark) => {
  const { page } = await deck.open(`${deck.web}read.html#germany`, { width: 390, height: 844, dark })
  await addAxe(page)
  const found = (place?: string) => findViolations(page, place, dark ? CONTRAST : {})
  expect(await found()).toEqual([])
  await page.click('.menu summary')
  expect(await found('.bar')).toEqual([])
  for (const key of ['g', '?'] as const) {
    await page.keyboard.press(key)
    expect(await found('dialog[open]')).toEqual([])
    await page.keyboard.press('Escape')
  }
})

test('headings make one outline, in order', async () => {
  const { page } = await deck.open(`${deck.web}read.html`)
  const levels = await page.$$eval('h1, h2, h3, h4', (all) =>
    all.filter((heading) => !heading.closest('dialog')).map(({ tagName }) => Number(tagName[1])),
  )
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true)
  expect(await page.$$eval('main, nav, header, footer', (all) => all.map(({ localName }) => localName).sort())).toEqual([
    'footer',
    'header',
    'main',
    'nav',
  ])
})

test('Tab reaches the skip link first and never a mark of the chart', async () => {
  const { page } = await deck.open(`${deck.web}read.html`)
  await page.keyboard.press('Tab')
  expect(
    await page.evaluate(() => [document.activeElement?.className, document.activeElement?.getBoundingClientRect().top]),
  ).toEqual(['skip', 0])
  expect(
    await page.$$eval('.stage svg *', (marks) => marks.filter((mark) => (mark as unknown as HTMLElement).tabIndex >= 0).length),
  ).toBe(0)
})
