import { expect, test } from 'vitest'
import { goTo, press } from '../open-deck.ts'
import { useDeck } from '../use-deck.ts'

const used = useDeck('libya')

test.each([
  ['ArrowRight', 1],
  ['ArrowDown', 1],
  ['Space', 1],
  ['PageDown', 1],
  ['n', 1],
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
  ['PageUp', -1],
  ['p', -1],
] as const)('%s moves by %d', async (key, by) => {
  expect(await used.idAfter(key)).toBe(used.ids[used.ids.indexOf('libya') + by])
})

test('Home and End go to the first and the last slide, and the ends hold', async () => {
  expect(await used.idAfter('Home', 'ArrowLeft')).toBe(used.ids[0])
  expect(await used.idAfter('End', 'ArrowRight')).toBe(used.ids.at(-1))
})

test('the address follows the slide, and the slide follows the address', async () => {
  await press(used.page, 'ArrowRight')
  await used.page.waitForFunction(() => location.hash === '#/trinidad-and-tobago')
  await used.page.evaluate(() => {
    location.hash = '#/germany'
  })
  await used.page.waitForFunction(() => window.countdown.step.id === 'germany')
  expect(await used.page.title()).toContain('Germany')
})

test('every step shows its own slide and only that one, with the headline at the same place', async () => {
  const { wrong, places } = await used.page.evaluate(async () => {
    const wrong: string[] = []
    const places = new Set<string>()
    for (const section of document.querySelectorAll<HTMLElement>('.slides > section')) {
      await window.countdown.goTo(section.id)
      const visible = [...document.querySelectorAll<HTMLElement>('.slides > section')].filter((other) =>
        other.checkVisibility({ opacityProperty: true }),
      )
      if (visible.length !== 1 || visible[0] !== section) wrong.push(section.id)
      const box = section.querySelector('.headline')?.getBoundingClientRect()
      places.add(`${box?.left} ${box?.top}`)
    }
    return { wrong, places: [...places] }
  })
  expect(wrong).toEqual([])
  expect(places).toEqual(['40 56'])
})

test('the stage is one and the same node from the first slide to the last', async () => {
  const same = await used.page.evaluate(async () => {
    const node = document.querySelector('.stage svg')
    for (const id of ['question', 'jordan', 'tens', 'china', 'sources', 'libya']) await window.countdown.goTo(id)
    return (
      node?.isConnected && node === document.querySelector('.stage svg') && document.querySelectorAll('.stage svg').length === 1
    )
  })
  expect(same).toBe(true)
})

test('the move between any two slides can be drawn at any time, and leaves no trace', async () => {
  const seen = await used.page.evaluate(async () => {
    const picture = () => document.querySelector('.stage svg')?.outerHTML.replace(/stage-\d+/g, 'stage') ?? ''
    await window.countdown.goTo('map')
    const { duration, stages, seek } = window.countdown.move('map', 'indonesia')
    const drawn = [0, duration / 3, duration / 3, duration].map((time) => {
      seek(time)
      return picture()
    })
    await window.countdown.goTo('indonesia')
    const unknown = (() => {
      try {
        return window.countdown.move('map', 'nowhere')
      } catch (error) {
        return String(error)
      }
    })()
    const marks = document.querySelectorAll('.stage svg > :not(defs)').length
    return {
      total: stages.reduce((sum, stage) => sum + stage, 0),
      duration,
      drawn: new Set(drawn).size,
      same: drawn[1] === drawn[2],
      unknown,
      marks,
    }
  })
  expect(seen).toMatchObject({ drawn: 3, same: true, total: seen.duration })
  expect(seen.duration).toBeGreaterThanOrEqual(500)
  expect(seen.unknown).toContain('RangeError')
  expect(seen.marks).toBeGreaterThan(40)
})

test('the state depends on the slide alone: any way there draws the same', async () => {
  const drawn = await used.page.evaluate(async () => {
    const picture = async (...way: string[]) => {
      window.countdown.motion = true
      for (const id of way) void window.countdown.goTo(id)
      await window.countdown.settled()
      window.countdown.motion = false
      await window.countdown.settled()
      const all = [...document.querySelectorAll('.stage *')]
      const attributes = (element: Element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`).sort()
      return all
        .map((element) => [element.tagName, ...attributes(element), element.children.length ? '' : element.textContent].join(' '))
        .join('\n')
    }
    return [await picture('sri-lanka', 'denmark'), await picture('china', 'libya', 'denmark'), await picture('france', 'denmark')]
  })
  expect(drawn[0]).toContain('Denmark')
  expect(drawn[1]).toBe(drawn[0])
  expect(drawn[2]).toBe(drawn[0])
})

test('an unknown id is refused by name', async () => {
  const message = await used.page.evaluate(() =>
    window.countdown.goTo('atlantis').catch((error: Error) => `${error.name}: ${error.message}`),
  )
  expect(message).toBe('RangeError: found no slide `atlantis`')
})

test('the live region speaks the headline once per step', async () => {
  const spoken = await used.page.evaluate(async () => {
    const said: (string | null)[] = []
    const region = document.querySelector('#announcer') as HTMLElement
    new MutationObserver((records) => said.push(...records.map(() => region.textContent))).observe(region, { childList: true })
    await window.countdown.goTo('germany')
    await window.countdown.goTo('germany')
    await new Promise((resolve) => setTimeout(resolve, 50))
    return { said, live: region.ariaLive, regions: document.querySelectorAll('[aria-live]').length }
  })
  expect(spoken.said).toHaveLength(1)
  expect(spoken.said[0]).toMatch(/^#6\. Germany/)
  expect(spoken).toMatchObject({ live: 'polite', regions: 1 })
})

test('B and the period turn the screen black and back', async () => {
  for (const key of ['b', '.'] as const) {
    await used.page.keyboard.press(key)
    expect(await used.page.$eval('.reveal', (reveal) => reveal.classList.contains('paused'))).toBe(true)
    await used.page.keyboard.press(key)
    expect(await used.page.$eval('.reveal', (reveal) => reveal.classList.contains('paused'))).toBe(false)
  }
})

test('progress tells the act', async () => {
  await used.page.evaluate(() => window.countdown.goTo('germany'))
  expect(await used.page.$$eval('.acts [aria-current]', (links) => links.map((link) => link.textContent))).toEqual([
    expect.stringMatching(/^The large:\s/),
  ])
  expect(await used.page.$eval('section.present .kicker', (kicker) => kicker.textContent)).toMatch(
    /^#6 of 43 · Germany · The large:/,
  )
})

test('a finger swipes to the next slide', async () => {
  const touch = await used.page.touchscreen.touchStart(900, 400)
  await touch.move(500, 400)
  await touch.end()
  await used.page.waitForFunction(() => window.countdown.step.id === 'trinidad-and-tobago')
})

test('Tab reaches the switches in reading order with a visible ring; Space on one presses it and stays', async () => {
  await goTo(used.page, `${used.deck.web}index.html#/libya`)
  const reached: string[] = []
  for (let i = 0; i < 30 && !reached.includes('help'); i++) {
    await used.page.keyboard.press('Tab')
    const [action, ring] = await used.page.evaluate(() => {
      const element = document.activeElement as HTMLElement
      return [element.dataset.action, getComputedStyle(element).outlineStyle]
    })
    if (action) reached.push(action)
    expect(ring).toBe('solid')
  }
  expect(reached).toEqual(['previous', 'next', 'jump', 'overview', 'read', 'motion', 'theme', 'help'])
  await used.page.focus('[data-action=theme]')
  expect(await used.idAfter('Space')).toBe('libya')
  expect(await used.page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
  await used.page.keyboard.press('t')
  expect(await used.page.evaluate(() => document.documentElement.dataset.theme)).toBe('light')
})

test('at any size the stage and the slide stay one picture, also after a resize in mid-move', async () => {
  await used.page.evaluate(() => {
    window.countdown.motion = true
    void window.countdown.goTo('saudi-arabia')
  })
  for (const [width, height] of [
    [1024, 768],
    [2560, 1080],
    [390, 844],
    [1280, 720],
  ] as const) {
    await used.page.setViewport({ width, height })
    await used.page.waitForFunction(
      (scale) => getComputedStyle(document.body).getPropertyValue('--slide-scale') === String(scale),
      {},
      Math.round(Math.min(width / 1280, height / 720) * 100) / 100,
    )
    const [slide, stage] = await used.page.evaluate(() =>
      ['section.present', '.stage'].map((selector) => {
        const { left, top, width } = (document.querySelector(selector) as Element).getBoundingClientRect()
        return [left, top, width].map(Math.round)
      }),
    )
    expect(stage).toEqual(slide)
    expect(await used.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  await used.page.evaluate(() => window.countdown.settled())
  expect(await used.page.$eval('.stage svg', (svg) => svg.getAttribute('aria-label'))).toContain('Saudi Arabia')
  await used.page.evaluate(() => {
    window.countdown.motion = false
  })
})
