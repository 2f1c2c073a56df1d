import { beforeAll, expect, test } from 'vitest'
import { paperStyle } from '../../src/outputs/assets.ts'
import { printStyle } from '../../src/outputs/extra-styles.ts'
import { renderHandout } from '../../src/outputs/handout/handout-output.ts'
import { renderNotes } from '../../src/outputs/notes/notes-output.ts'
import type { Slide, Story } from '../../src/story/story.ts'
import { readTree } from '../../src/tree/read-tree.ts'
import { sharedPrinter as printer } from '../browser/shared-browser.ts'
import { ROOT, storyOf } from '../story-of.ts'

let story: Story
beforeAll(async () => {
  story = await storyOf('minimal')
})

/** The boxes of elements on a page as it is printed, in px. */
async function boxesOf(html: string, selector: string): Promise<Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>[]> {
  const script = `[...document.querySelectorAll('${selector}')].map((each) => each.getBoundingClientRect().toJSON())`
  const windows = [{ width: 680, height: 1000 }]
  const [boxes] = await printer.measure<DOMRect[]>(html, { windows, media: 'print', script })
  return boxes ?? []
}

const withSlide = (change: (slide: Slide) => Partial<Slide>): Story => ({
  ...story,
  slides: story.slides.map((slide) => (slide.record ? slide : { ...slide, ...change(slide) })),
})

const styleFor = ({ slides }: Story, sheet: string) => printStyle(ROOT, sheet, slides, paperStyle(story))

test('in notes.pdf a drawing of the slide, such as the map of a country, is as small as on the slide, and the stage fills the picture', async () => {
  const map = '<div class="slide"><h2>A map</h2><svg class="own" viewBox="0 0 9 9" width="128" height="72"></svg></div>'
  const drawn = withSlide(() => ({ content: readTree(map) }))
  const html = renderNotes(drawn, await styleFor(drawn, 'src/outputs/notes/notes.css'), 'a4')
  const [picture] = await boxesOf(html, '.picture')
  const [own] = await boxesOf(html, '.picture .own')
  const [stage] = await boxesOf(html, '.picture > div > svg')
  expect((own?.width ?? 0) / (picture?.width ?? 1)).toBeCloseTo(0.1, 2)
  expect((stage?.width ?? 0) / (picture?.width ?? 1)).toBeCloseTo(1, 2)
})

test('on the handout columns stand side by side, each whole', async () => {
  const column = (title: string) =>
    `<div class="column"><h3>${title}</h3><p>${'Words that take a few lines. '.repeat(12)}</p></div>`
  const beside = withSlide(() => ({ body: readTree(`<div class="columns">${column('One')}${column('Other')}</div>`) }))
  const { document } = renderHandout(beside, await styleFor(beside, 'src/outputs/handout/handout.css'), 'a4')
  const [one, other] = await boxesOf(document.html, '.column')
  expect(one?.top).toBe(other?.top)
  // In columns of the page itself each would go on in the next one, and its box reach over both.
  expect(other?.left).toBeGreaterThan((one?.left ?? 0) + (one?.width ?? 0))
})
