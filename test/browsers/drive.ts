import { type Driver, until } from './driver.ts'

/** What a browser shows of a story, and what did not go as it should. */
export interface Driven {
  /** The marks of the stage at rest, by slide. */
  states: Readonly<Record<string, string>>
  faults: string[]
}

/** Marks as they are drawn: elements with what they say and where they are. */
const MARKS = `[...document.querySelectorAll('.stage svg *')].map((mark) => [mark.tagName, mark.childElementCount ? '' : mark.textContent, ...['d', 'x', 'y', 'width', 'height', 'r', 'transform', 'fill', 'opacity'].map((name) => mark.getAttribute(name) ?? '')].join('|')).join('\\n')`
const AT_REST = 'window.countdown.settled().then(() => true)'
const SLIDE = 'window.countdown.step.id'

/** Goes through the deck, the speaker view and the reading page of a story that is served at `web`. */
export async function driveStory(window: Driver, web: string): Promise<Driven> {
  const faults: string[] = []
  const expectIs = async (what: string, expression: string, expected: unknown, of = window) => {
    const found = await of.evaluate(expression)
    if (JSON.stringify(found) !== JSON.stringify(expected))
      faults.push(`${what}: found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`)
  }
  await open(window, `${web}index.html`)
  const ids = await window.evaluate<string[]>(`[...document.querySelectorAll('.slides > section')].map(({ id }) => id)`)
  const states: Record<string, string> = {}
  for (const drive of [driveDeck, driveSpeaker, driveReading])
    await drive({ window, web, ids, expectIs, states }).catch((error) => faults.push(String(error)))
  return { states, faults }
}

/** What is driven, and where what is seen is noted. */
interface Drive {
  window: Driver
  web: string
  ids: readonly string[]
  states: Record<string, string>
  expectIs: Expect
}

type Expect = (what: string, expression: string, expected: unknown, of?: Driver) => Promise<void>

async function open(window: Driver, address: string): Promise<void> {
  await window.goTo('about:blank')
  await window.goTo(address)
  await until(`${address} is ready`, () =>
    window.evaluate('Boolean(window.countdown) && window.countdown.ready.then(() => true)'),
  )
  await window.evaluate('void (window.countdown.motion = false)')
}

async function press(window: Driver, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await window.press(key)
    await window.evaluate(AT_REST)
  }
}

async function driveDeck({ window, ids, expectIs, states }: Drive): Promise<void> {
  await window.resize(1280, 720)
  for (const id of ids) {
    await window.evaluate(`window.countdown.goTo(${JSON.stringify(id)}).then(() => true)`)
    states[id] = await window.evaluate<string>(MARKS)
  }
  const [first, second, third] = ids
  await press(window, 'Home')
  await expectIs('Home leads to the first slide', SLIDE, first)
  await press(window, 'ArrowRight', 'PageDown', 'ArrowLeft')
  await expectIs('arrows and Page Down step', SLIDE, second)
  await window.reload()
  await until('the deck is loaded anew', () => window.evaluate('window.countdown.ready.then(() => true)'))
  await expectIs('a reload keeps the slide', SLIDE, second)
  await press(window, 'g')
  await window.evaluate(`(() => {
    const slide = document.getElementById(${JSON.stringify(third)})
    const field = document.querySelector('#jump input')
    field.value = slide.dataset.name ?? slide.querySelector('.headline')?.textContent.trim() ?? slide.id
    field.dispatchEvent(new Event('input'))
  })()`)
  await press(window, 'Enter')
  await expectIs('a jump leads to its slide', SLIDE, third)
  await window.back()
  await until('Back has returned', async () => (await window.evaluate(SLIDE)) === second).catch(() => {})
  await expectIs('Back returns from a jump', SLIDE, second)
  await window.resize(720, 1280)
  await window.resize(1280, 720)
  await window.evaluate(AT_REST)
  await expectIs('turning the screen keeps the slide', SLIDE, second)
}

async function driveSpeaker({ window, web, ids, expectIs }: Drive): Promise<void> {
  await open(window, `${web}index.html#/${ids[1]}`)
  await press(window, 's')
  const speaker = await window.popup()
  const shows = (id: string | undefined) =>
    until(`the speaker view shows ${id}`, async () => {
      const count = await speaker.evaluate<string>(`document.querySelector('#count')?.textContent ?? ''`)
      return count.startsWith(`${ids.indexOf(id ?? '') + 1} / `)
    })
  await shows(ids[1])
  await speaker.press('ArrowRight')
  await until('the deck follows the speaker view', async () => (await window.evaluate(SLIDE)) === ids[2])
  await shows(ids[2])
  await expectIs('its notes are those of the slide', `document.querySelector('#notes').textContent.trim() !== ''`, true, speaker)
  await speaker.evaluate('void setTimeout(close)')
}

async function driveReading({ window, web, ids, expectIs }: Drive): Promise<void> {
  await window.resize(390, 844)
  const middle = ids[Math.floor(ids.length / 2)]
  await open(window, `${web}read.html#${middle}`)
  await until('the page is at its address', async () => (await window.evaluate(SLIDE)) === middle)
  await window.evaluate(AT_REST)
  const top = `Math.round(document.getElementById(${JSON.stringify(middle)}).getBoundingClientRect().top)`
  const before = await window.evaluate<number>(top)
  await window.resize(390, 780)
  await window.evaluate(AT_REST)
  await expectIs('a window of another height keeps the place', SLIDE, middle)
  const moved = Math.abs((await window.evaluate<number>(top)) - before)
  if (moved > 64) await expectIs('and the lines that were read', String(moved), 0)
  await window.resize(844, 390)
  await window.evaluate(AT_REST)
  await expectIs('turning the phone keeps the place', SLIDE, middle)
  await window.resize(390, 844)
  await window.evaluate(AT_REST)
  await expectIs('and turning it back, too', SLIDE, middle)
}
