import type { RunOptions } from 'axe-core'
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { expect, test } from 'vitest'
import { addAxe, CONTRAST, findViolations } from './axe.ts'
import { openedDeck } from './use-deck.ts'

const deck = openedDeck()

async function openWithAxe(options: { dark: boolean }, path = 'index.html'): Promise<Page> {
  const { page } = await deck.open(`${deck.web}${path}`, options)
  await addAxe(page)
  return page
}

/** What axe finds on the slides, as `slide rule: element`, all of them shown one below the other. The rest of the page is the same for all. */
function violationsOfSlides(page: Page, options: RunOptions): Promise<string[]> {
  return page.evaluate(async (run) => {
    window.countdown.motion = false
    const slides = document.querySelector('.slides') as HTMLElement
    // Axe cannot tell a contrast with a picture behind it, nor what is cut off.
    document.querySelector('.stage')?.remove()
    for (let part: HTMLElement | null = slides; part; part = part.parentElement)
      Object.assign(part.style, { overflow: 'visible', height: 'auto', position: 'static', contain: 'none' })
    const sections = [...slides.children] as HTMLElement[]
    for (const section of sections) {
      section.className = section.className.replace(/past|future/, 'present')
      Object.assign(section, { hidden: false, ariaHidden: null, inert: false })
      Object.assign(section.style, { display: 'block', position: 'relative' })
    }
    const { violations, passes } = await window.axe.run('.slides', run)
    const slideOf = (target: unknown) => document.querySelector(String(target))?.closest('section')?.id
    const checked = new Set(
      [...violations, ...passes]
        .filter(({ id }) => id === 'color-contrast')
        .flatMap(({ nodes }) => nodes.map(({ target }) => slideOf(target))),
    )
    return [
      ...sections.filter(({ id }) => !checked.has(id)).map(({ id }) => `${id}: nothing was checked`),
      ...violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${slideOf(target)} ${id}: ${html}`)),
    ]
  }, options)
}

test.each([false, true])('axe finds nothing on any slide, no weak contrast either (dark: %s)', async (dark) => {
  // In other colours it is the contrast alone that can be another.
  expect(await violationsOfSlides(await openWithAxe({ dark }), dark ? CONTRAST : {})).toEqual([])
})

test('axe finds nothing on the whole page, whatever the layout', async () => {
  const page = await openWithAxe({ dark: false })
  for (const id of ['libya', 'figures']) {
    await page.evaluate((slide) => window.countdown.goTo(slide), id)
    expect(await findViolations(page)).toEqual([])
  }
})

test.each([false, true])('axe finds nothing in the dialogs (dark: %s)', async (dark) => {
  const page = await openWithAxe({ dark })
  // Axe knows no top layer: with the slide behind it, it cannot tell the contrast of a dialog.
  await page.evaluate(() => {
    ;(document.querySelector('main') as HTMLElement).style.display = 'none'
  })
  for (const key of ['g', 'o', '?'] as const) {
    await page.keyboard.press(key)
    if (key === 'g') await page.keyboard.type('1')
    // In other colours it is the contrast alone that can be another.
    expect(await findViolations(page, 'dialog[open]', dark ? CONTRAST : {})).toEqual([])
    await page.keyboard.press('Escape')
  }
})

test('axe finds nothing in the speaker view', async () => {
  expect(await findViolations(await openWithAxe({ dark: false }, 'speaker.html'))).toEqual([])
})

test('axe is awake', async () => {
  const page = await openWithAxe({ dark: false }, '404.html')
  await page.evaluate(() => document.querySelector('main')?.setAttribute('role', 'nonsense'))
  expect((await findViolations(page)).join()).toContain('aria-roles')
})

test('screen readers keep their reading keys, and the stage is one named picture without stops', async () => {
  const { page } = await deck.open(`${deck.web}index.html#/germany`)
  expect(await page.$('[role=application]')).toBeNull()
  const stage = await page.$eval('.stage', (host) => ({
    pictures: [...host.querySelectorAll('svg')].map((svg) => [
      svg.getAttribute('role'),
      (svg.getAttribute('aria-label') ?? '').length > 20,
    ]),
    stops: host.querySelectorAll('a, button, [tabindex]').length,
  }))
  expect(stage).toEqual({ pictures: [['img', true]], stops: 0 })
})
