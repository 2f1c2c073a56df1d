import { expect, test } from 'vitest'
import { textOf } from '../../src/tree/text-of.ts'
import { storyOf } from '../story-of.ts'

const story = await storyOf()

/** Slides with a whole table, where a figure may well stand several times. */
const TABLES = ['figures']

test('no figure stands three times on a slide', () => {
  const repeated = story.slides.flatMap(({ id, content }, i) => {
    if (TABLES.includes(id)) return []
    const marks = [...(story.wide.states[i]?.marks.values() ?? [])]
    const drawn = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
    const amounts = [textOf(content), ...drawn].join('\n').match(/\$\d[\d,.]*\d|\d[\d.]*\u00a0%/g) ?? []
    const count = (amount: string) => amounts.filter((other) => other === amount).length
    return [...new Set(amounts)].filter((amount) => count(amount) > 2).map((amount) => `${id}: ${amount}`)
  })
  expect(repeated).toEqual([])
})
