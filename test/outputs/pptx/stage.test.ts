import type { XmlElement } from '@rgrove/parse-xml'
import { describe, expect, test } from 'vitest'
import { isSeen } from '../../../src/motion/paint.ts'
import type { Story } from '../../../src/story/story.ts'
import { storyOf } from '../../story-of.ts'
import { partsOf } from './make-pptx.ts'
import { all, nameOf, shapesOf, slideAt, value, wordsOf } from './read-pptx.ts'

const [story, authored, files, other] = [await storyOf(), await storyOf('authored'), await partsOf(), await partsOf('authored')]

describe('the stage', () => {
  test('each mark that is seen is an object of its key, which Morph finds on the next slide', () => {
    for (const { index } of story.slides) {
      const marks = [...(story.wide.states[index]?.marks ?? [])].filter(([, mark]) => isSeen(mark))
      const names = new Set(shapesOf(slideAt(files, index)).map(nameOf))
      // A text over its own halo is one object.
      const lost = marks.filter(([key, mark]) => !names.has(`!!${key}`) && !(mark.kind === 'text' && mark.stroke !== undefined))
      expect(
        lost.map(([key]) => key),
        `slide ${index + 1}`,
      ).toEqual([])
    }
  })

  test('bars are where they are, in colours of the theme; words are text', () => {
    const { index } = story.slides.find(({ id }) => id === 'india') as Story['slides'][number]
    const byName = new Map(shapesOf(slideAt(files, index)).map((shape) => [nameOf(shape), shape]))
    const marks = [...(story.wide.states[index]?.marks ?? [])].filter(([, mark]) => isSeen(mark))
    for (const [key, mark] of marks) {
      const shape = byName.get(`!!${key}`) as XmlElement
      if (mark.kind === 'text') expect(wordsOf(shape)).toBe(mark.text)
      if (mark.kind !== 'rect') continue
      const [place, extent] = [all(shape, 'a:off')[0], all(shape, 'a:ext').find((one) => value(one, 'cx') !== '')]
      const written = [value(place, 'x'), value(extent, 'cx')].map((emu) => Number(emu) / 9525)
      for (const [at, px] of [mark.x, mark.width].entries()) expect(written[at]).toBeCloseTo(px, 3)
      if (mark.fill === 'var(--signal)') expect(value(all(shape, 'a:schemeClr')[0], 'val')).toBe('accent1')
    }
    expect(marks.some(([, mark]) => mark.kind === 'rect' && mark.fill === 'var(--signal)')).toBe(true)
  })

  test('an outline that stays has as many points on each slide', () => {
    const counts = new Map<string, Set<number>>()
    for (const { index } of story.slides) {
      for (const shape of shapesOf(slideAt(files, index))) {
        if (nameOf(shape) !== '!!land') continue
        const points = all(shape, 'a:pt').length
        counts.set(
          String(story.slides[index]?.stage?.scene),
          (counts.get(String(story.slides[index]?.stage?.scene)) ?? new Set()).add(points),
        )
      }
    }
    expect(counts.size).toBeGreaterThan(0)
    for (const points of counts.values()) expect(points.size).toBe(1)
  })

  test('what a chart says is told once; its other objects are decoration or text', () => {
    for (const { index } of story.slides) {
      const state = story.wide.states[index]
      const described = shapesOf(slideAt(files, index)).filter((shape) => nameOf(shape) === 'Chart')
      const texts = state?.marks.size ? [state.name] : []
      expect(described.map((shape) => value(all(shape, 'p:cNvPr')[0], 'descr'))).toEqual(texts)
    }
    const shapes = shapesOf(slideAt(files, 3)).filter((shape) => nameOf(shape).startsWith('!!') && wordsOf(shape) === '')
    for (const shape of shapes) expect(all(shape, 'adec:decorative').map((one) => value(one, 'val'))).toEqual(['1'])
  })

  test('where a chart stands before and after, it moves for as long as the deck says; all else fades', () => {
    for (const [from, { slides, wide }] of [
      [files, story],
      [other, authored],
    ] as const) {
      for (const { index } of slides) {
        const slide = slideAt(from, index)
        const moves = [wide.states[index - 1], wide.states[index]].every((state) => state && state.marks.size > 0)
        expect(all(slide, 'p159:morph').map((morph) => value(morph, 'option'))).toEqual(moves ? ['byObject'] : [])
        expect(all(slide, 'p:fade')).toHaveLength(1)
        const duration = String(wide.states[index]?.duration ?? 650)
        if (moves) expect(value(all(slide, 'p:transition')[0], 'p14:dur')).toBe(duration)
      }
    }
  })
})

test('a chart in the text is one object of its marks, which are none of the stage’s', async () => {
  const [charts, { slides }] = [await partsOf('charts'), await storyOf('charts')]
  const index = slides.findIndex(({ inlineStates = [] }) => inlineStates.length > 0)
  const [group] = all(slideAt(charts, index), 'p:grpSp')
  const marks = shapesOf(group as XmlElement)
  expect(marks.length).toBeGreaterThan(5)
  expect(marks.filter((mark) => nameOf(mark).startsWith('!!'))).toEqual([])
  expect(marks.map(wordsOf).join(' ')).toMatch(/height +fern +moss/)
})
