import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { records } from '../../data/records.ts'
import { textWidth } from '../../src/kit/charts/text-width.ts'
import { colour } from '../../src/kit/charts/theme.ts'
import { frames } from '../../src/story/frames.ts'
import { boxOf, compileAll, meets, overlap, rects, textBox, texts, within } from './compiled.ts'
import { deckSteps } from './deck-steps.ts'

const compiled = {
  wide: compileAll(frames.wide),
  narrow: compileAll(frames.narrow),
  column: compileAll(frames.column),
  paper: compileAll(frames.paper),
}

/** The slide's number and text lie here on the wide frame. */
const aside = { left: 0, right: 396, top: 176, bottom: 462 }

/** Above it the headline, below it the facts, or where a slide has none, the source. */
const stageOf = (hasFacts: boolean) => ({ left: 40, right: 1240.5, top: 176, bottom: hasFacts ? 605 : 660 })
const withoutFacts = new Set(
  readdirSync('slides')
    .filter((file) => /^[a-z].*\.mdx$/.test(file) && !readFileSync(`slides/${file}`, 'utf8').includes('<Facts'))
    .map((file) => file.replace('.mdx', '')),
)

test('every step of the story is there, with a name of its own', () => {
  const names = [...compiled.wide.states.values()].map(({ name }) => name)
  expect([...compiled.wide.states.keys()].sort()).toEqual(deckSteps())
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/\d.*\.$/)
})

describe.each(['wide', 'narrow', 'column', 'paper'] as const)('on the %s frame', (id) => {
  const frame = frames[id]
  const { states, diagnostics } = compiled[id]

  test('charts compile', () => expect(diagnostics).toEqual([]))

  test('no text meets another', () => {
    const clashes = [...states].flatMap(([step, state]) => {
      const all = texts(state)
      return all.flatMap((a, i) =>
        all.slice(i + 1).flatMap((b) => (overlap(textBox(a), textBox(b)) ? [`${step}: ${a.text} × ${b.text}`] : [])),
      )
    })
    expect(clashes).toEqual([])
  })

  test('no text lies on a dark mark', () => {
    const clashes = [...states].flatMap(([step, state]) =>
      texts(state).flatMap((text) =>
        rects(state, 'record', 'square', 'flow')
          .filter(({ fill }) => fill !== colour.faint)
          .filter((mark) => meets(textBox(text), mark))
          .filter(() => !rects(state, 'box').some((plate) => plate.fill === colour.paper && within(textBox(text), boxOf(plate))))
          .slice(0, 1)
          .map(() => `${step}: ${text.text}`),
      ),
    )
    expect(clashes).toEqual([])
  })

  test('no gridline runs through a text, unless that stands on paper', () => {
    const crossed = [...states].flatMap(([step, state]) => {
      const marks = [...state.marks]
      return marks.flatMap(([key, line], order) => {
        if (line.kind !== 'rule' || line.stroke !== colour.faint) return []
        const plates = marks.slice(order).flatMap(([, mark]) => (mark.fill === colour.paper ? [boxOf(mark)] : []))
        return texts(state)
          .filter((text) => overlap(textBox(text), boxOf(line)) && !plates.some((plate) => within(textBox(text), plate)))
          .map((text) => `${step}: ${key} × ${text.text}`)
      })
    })
    expect(crossed).toEqual([])
  })

  test('no text leaves the frame', () => {
    const edge = { left: 0, right: frame.width, top: 0, bottom: frame.height }
    const outside = [...states].flatMap(([step, state]) =>
      texts(state).flatMap((text) => (within(textBox(text), edge) ? [] : [`${step}: ${text.text}`])),
    )
    expect(outside).toEqual([])
  })

  test('text is large enough, in two sizes', () => {
    for (const [step, state] of states) {
      const sizes = new Set(texts(state).map(({ size }) => size))
      expect(sizes.size, step).toBeLessThanOrEqual(2)
      expect(Math.min(...sizes), step).toBeGreaterThanOrEqual(id === 'wide' ? 20 : 12)
    }
  })

  test('paint is of the palette, whose one saturated colour is the signal', () => {
    const palette: readonly string[] = Object.values(colour)
    const found = new Set(
      [...states.values()].flatMap(({ marks }) => [...marks.values()].flatMap(({ fill, stroke }) => [fill, stroke])),
    )
    expect([...found].filter((paint) => paint !== undefined && !palette.includes(paint))).toEqual([])
  })

  test('the signal is the current country alone', () => {
    for (const record of records) {
      const [step, state] = [...states].find(([key]) => key.endsWith(` ${record.id}`)) ?? []
      const signal = [...(state?.marks ?? [])].filter(([key, { fill }]) => key.startsWith('record/') && fill === colour.signal)
      expect(
        signal.map(([key]) => key),
        step,
      ).toEqual([`record/${record.id}`])
    }
  })

  test('countries told have their mark, others have none', () => {
    for (const record of records) {
      const [step, state] = [...states].find(([key]) => key.endsWith(` ${record.id}`)) ?? []
      const ids = [...(state?.marks.keys() ?? [])]
        .filter((key) => key.startsWith('record/'))
        .map((key) => key.slice('record/'.length))
      const told = records.filter(({ rank }) => rank >= record.rank).map((each) => each.id)
      if (id === 'wide') expect(ids.sort(), step).toEqual(told.sort())
      else expect(told, step).toEqual(expect.arrayContaining(ids))
    }
  })
})

test('nothing stands behind the headline, the facts, or the number and text of the slide', () => {
  const intruders = [...compiled.wide.states].flatMap(([step, { marks }]) =>
    [...marks].flatMap(([key, mark]) => {
      const box = boxOf(mark)
      const stage = stageOf(!withoutFacts.has(step.split(' ')[1] ?? ''))
      return overlap(box, aside) || !within(box, stage) ? [`${step}: ${key}`] : []
    }),
  )
  expect(intruders).toEqual([])
})

test('text is measured with the widths of the face', () => {
  expect(textWidth('0123456789', 16)).toBeCloseTo(16 * 4.97, 5)
  expect(textWidth('$282.7 billion', 16, 600)).toBeGreaterThan(textWidth('$282.7 billion', 16))
})
