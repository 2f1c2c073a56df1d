import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { goTo, slideIds, stepOf, type Watched } from './open-deck.ts'
import { openedDeck } from './use-deck.ts'

const deck = openedDeck()

describe.each(['web', 'disk'] as const)('from %s', (place) => {
  let watched: Watched
  let ids: string[]
  const address = (hash = '') => `${deck[place]}index.html${hash}`

  beforeAll(async () => {
    watched = await deck.open(address())
    ids = await slideIds(watched.page)
  })

  test('it starts with the first slide', async () => {
    expect(await stepOf(watched.page)).toEqual({ index: 0, id: ids[0] })
  })

  test('every slide opens from its link, with its stage; cold at every few of them, and from disk only at those', async () => {
    const { page } = watched
    const wrong: string[] = []
    const cold = ids.filter((_, index) => index % 22 === (place === 'web' ? 3 : 20))
    const opened = place === 'web' ? ids : cold
    for (const id of opened) {
      // The query makes it another page, so that it loads from scratch.
      if (cold.includes(id)) await page.goto(`${deck[place]}index.html?${id}#/${id}`)
      const isThere = await page.evaluate(async (wanted) => {
        await window.countdown.ready
        window.countdown.motion = false
        if (location.hash !== `#/${wanted}`) {
          location.hash = `#/${wanted}`
          await new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }))
          await window.countdown.settled()
        }
        const stage = document.querySelector('.stage svg')
        const isPresent = document.querySelector(`#${wanted}`)?.classList.contains('present')
        return window.countdown.step.id === wanted && isPresent && (stage?.ariaLabel ?? stage?.role)
      }, id)
      if (!isThere) wrong.push(id)
    }
    expect(wrong).toEqual([])
    expect((await stepOf(page)).id).toBe(opened.at(-1))
  })

  test('after all that, every slide seen and every key pressed, nothing met a wall of the policy, asked another site or threw', async () => {
    const { page, violations, foreign, errors } = watched
    for (const key of ['o', 'Escape', 'g', 'Escape', '?', 'Escape', 't', 'm', 'b', 'b'] as const) await page.keyboard.press(key)
    expect({ violations, foreign, errors }).toEqual({ violations: [], foreign: [], errors: [] })
  })
})

test('the watch over the policy is awake', async () => {
  const { page, violations } = await deck.open(`${deck.web}index.html`)
  await page.evaluate(() => {
    document.body.setAttribute('style', 'color: red')
    const image = new Image()
    image.src = 'http://localhost:9/x.png'
  })
  await expect.poll(() => violations.map((violation) => violation.split(' ')[0])).toEqual(['style-src-attr', 'img-src'])
})

describe('reduced motion', () => {
  test('no animation runs after a step, and the final state is drawn', async () => {
    const { page } = await deck.open(`${deck.web}index.html#/libya`, { reducedMotion: true })
    expect(await page.evaluate(() => window.countdown.motion)).toBe(false)
    await page.keyboard.press('ArrowRight')
    const after = await page.evaluate(async () => {
      const stage = document.querySelector('.stage') as Element
      await window.countdown.settled()
      const drawn = stage.innerHTML
      const animations = document.getAnimations().length
      await new Promise((resolve) => setTimeout(resolve, 300))
      return { animations, still: stage.innerHTML === drawn, name: stage.querySelector('svg')?.ariaLabel }
    })
    expect(after).toMatchObject({ animations: 0, still: true })
    expect(after.name).toContain('Trinidad and Tobago')
  })

  test('the visible switch cuts as well, is remembered, and says how it stands', async () => {
    const { page } = await deck.open(`${deck.web}index.html#/libya`)
    expect(await page.evaluate(() => window.countdown.motion)).toBe(true)
    await page.click('[data-action=motion]')
    await goTo(page, `${deck.web}index.html#/jordan`)
    expect(await page.evaluate(() => window.countdown.motion)).toBe(false)
    expect(await page.$eval('[data-action=motion]', (button) => [button.ariaPressed, button.checkVisibility()])).toEqual([
      'false',
      true,
    ])
    await page.keyboard.press('m')
    expect(await page.evaluate(() => window.countdown.motion)).toBe(true)
  })

  test('otherwise a step takes from 200 to 2,000 ms, at 60 pictures a second', async () => {
    const { page } = await deck.open(`${deck.web}index.html#/libya`)
    const times = await page.evaluate(async () => {
      // A clock that goes on by a sixtieth of a second a picture, however long a busy machine takes for one.
      const real = requestAnimationFrame
      const clock = { picture: 0, now: 0 }
      window.requestAnimationFrame = (draw) =>
        real((picture) => {
          if (picture !== clock.picture) clock.now += 1000 / 60
          clock.picture = picture
          draw(clock.now)
        })
      const durations: number[] = []
      for (const id of ['trinidad-and-tobago', 'handfuls']) {
        const start = clock.now
        await window.countdown.goTo(id)
        durations.push(clock.now - start)
      }
      return durations
    })
    for (const time of times) expect(time).toBeGreaterThan(200)
    for (const time of times) expect(time).toBeLessThan(2000)
  })
})

test('a narrow screen is offered the reading page at the same place; R leads there from any screen', async () => {
  const { page } = await deck.open(`${deck.web}index.html#/germany`, { width: 390, height: 844 })
  const offer = await page.$eval('.offer', (link) => [link.checkVisibility(), link.getAttribute('href')])
  expect(offer).toEqual([true, 'read.html#germany'])
  expect(await page.$eval('.offer', (link) => Math.round(link.getBoundingClientRect().bottom))).toBe(844)
  // Frames of other pages, and a desk at 300 %.
  for (const [width, height] of [
    [360, 203],
    [480, 270],
    [599, 337],
    [427, 240],
    [320, 320],
    [1280, 720],
  ] as const) {
    await page.setViewport({ width, height })
    expect(await page.$eval('.offer', (link) => link.checkVisibility()), `${width} × ${height}`).toBe(false)
  }
  await page.setViewport({ width: 320, height: 568 })
  // reveal.js lays the slides out in the next frames after the window has another size.
  await page.evaluate(async () => {
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame)
  })
  expect(
    await page.$eval('section.present', (section) => {
      const offer = document.querySelector('.offer')?.getBoundingClientRect().top ?? 0
      return offer - section.getBoundingClientRect().bottom
    }),
  ).toBeGreaterThan(0)
  await Promise.all([page.waitForNavigation(), page.keyboard.press('r')])
  expect(page.url()).toBe(`${deck.web}read.html#germany`)
})

test('forced colours reach the chart', async () => {
  const { page } = await deck.open(`${deck.web}index.html#/libya`, { forcedColors: true })
  const colors = await page.evaluate(() => {
    const probe = document.createElement('i')
    document.body.append(probe)
    probe.style.color = 'Highlight'
    const highlight = getComputedStyle(probe).color
    const fills = [...document.querySelectorAll('.stage svg *')].map((mark) => getComputedStyle(mark).fill)
    return { highlight, fills }
  })
  expect(colors.fills).toContain(colors.highlight)
})

test('without script every slide is there to read, one below the other', async () => {
  const { page } = await deck.open('about:blank')
  await page.setJavaScriptEnabled(false)
  await page.goto(`${deck.web}index.html`)
  await expectPlainPage(page)
})

test('printed from the browser it is the same plain page', async () => {
  const { page } = await deck.open(`${deck.web}index.html#/germany`)
  await page.emulateMediaType('print')
  await expectPlainPage(page)
})

test.each(['index.html', 'read.html'])('printed after Dark was chosen, %s is dark ink on white paper', async (name) => {
  const { page } = await deck.open(`${deck.web}${name}`, { dark: true })
  await page.keyboard.press('t')
  await page.keyboard.press('t')
  const look = () =>
    page.evaluate(() => {
      const { colorScheme } = getComputedStyle(document.documentElement)
      const paper = getComputedStyle(document.body).backgroundColor
      const probe = document.createElement('i')
      document.body.append(probe)
      const inks = ['ink', 'quiet', 'mute', 'signal'].map((name) => {
        probe.style.color = `var(--${name})`
        return Math.max(...(getComputedStyle(probe).color.match(/\d+/g) ?? []).slice(0, 3).map(Number))
      })
      probe.style.color = 'var(--paper)'
      const own = getComputedStyle(probe).color
      probe.remove()
      return {
        scheme: colorScheme,
        paper,
        own,
        text: getComputedStyle(document.querySelector('.headline') as Element).color,
        inks,
      }
    })
  expect((await look()).scheme).toBe('dark')
  await page.emulateMediaType('print')
  const { scheme, own, text, inks } = await look()
  expect([scheme, own, text]).toEqual(['light', 'rgb(255, 255, 255)', 'rgb(29, 27, 24)'])
  expect(inks.slice(0, 3)).toEqual([29, 95, 148])
})

async function expectPlainPage(page: Page): Promise<void> {
  const layout = await page.$$eval('.slides > section', (sections) =>
    sections.map((section) => ({
      top: section.getBoundingClientRect().top,
      height: section.getBoundingClientRect().height,
      shown: section.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    })),
  )
  expect(layout.length).toBeGreaterThan(43)
  expect(
    layout.filter(({ shown, top, height }, index) => !shown || height < 100 || top <= (layout[index - 1]?.top ?? -1)),
  ).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280)
}
