import { beforeAll, expect, test } from 'vitest'
import { renderSections } from '../../../src/outputs/read/read-page.ts'
import type { Story } from '../../../src/story/story.ts'
import { writeTree } from '../../../src/tree/write-tree.ts'
import { storyOf } from '../../story-of.ts'

let story: Story
beforeAll(async () => {
  story = await storyOf('authored')
})

const contentOf = (wanted: string) => {
  const slide = story.slides.find(({ id }) => id === wanted)
  return slide ? writeTree(slide.content).replaceAll('\n', '') : ''
}

test('columns stand in their order, as wide as they are said to be; a slide has its own class', () => {
  expect(contentOf('columns')).toMatch(
    /^<div class="slide slide-columns calm">.*<div class="columns columns-wide-narrow"><div class="column"><p>The wider.*<\/div><div class="column"><ul><li>Right/,
  )
  expect(contentOf('compare')).toMatch(/class="slide slide-columns slide-compare".*columns-equal/)
})

test('a picture stands apart from its words, which lose nothing', () => {
  const picture =
    /<div class="image"><img src="assets\/hills\.[\da-f]+\.svg" alt="Hills under a sun" width="1200" height="800"><\/div>/
  for (const id of ['left', 'right', 'view']) {
    expect(contentOf(id)).toMatch(picture)
    expect(contentOf(id)).toContain(
      '<div class="body"><p>Its words stand beside it, and are <strong>read</strong> first.</p></div>',
    )
    expect(contentOf(id).match(/alt="Hills/g)).toHaveLength(1)
  }
})

test('the deck has its line and its sign on all slides but the first', () => {
  const footer =
    /<div class="footer"><span>For those who test<\/span><img src="assets\/hills\.[\da-f]+\.svg" alt="The sign of the hills"/
  for (const { id, index } of story.slides) expect([id, footer.test(contentOf(id))]).toEqual([id, index > 0])
})

test('an expression on a line of its own is a paragraph, which may be the figure of its slide', () => {
  expect(contentOf('number')).toMatch(/<div class="slide slide-big">.*<div class="body"><p>4<\/p><p>billion/)
})

test('the reading page knows layout and class, and has the picture in the text', () => {
  const page = renderSections(story, '', story.wide)
  expect(page).toContain('<article class="step calm" data-layout="columns" id="columns"')
  expect(page).toContain('<article class="step" id="tables"')
  expect(page).toMatch(
    /data-layout="picture-left" id="left"[^>]*>\s*<h3 class="headline">[^<]*<\/h3>\s*<div class="body"><p><img loading="lazy"/,
  )
})
