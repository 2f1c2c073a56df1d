import { expect, test } from 'vitest'
import { createMap, type MapStyle } from '../../../src/kit/charts/map.ts'
import type { Ranked } from '../../../src/kit/charts/ranked.ts'
import { compileScene } from '../../../src/motion/compile.ts'
import type { RankedRecord } from '../../../src/story/deck.ts'
import { frames } from '../../../src/story/frames.ts'
import type { Frame } from '../../../src/story/mark.ts'

interface Count extends RankedRecord {
  size: number
}

function ranked(names: readonly string[]): Ranked<Count> {
  const records = names.map((name, index) => ({ id: `r${index}`, rank: names.length - index, name, size: 10 * (index + 1) }))
  return { records, value: ({ size }) => size, print: (value) => `${value} %`, title: 'Share' }
}

const EUROPE = ['Portugal', 'Spain', 'France', 'Italy', 'Poland', 'Austria', 'Malta', 'Sweden', 'Russia']
const STATES = ['Texas', 'Ohio', 'New York', 'Georgia', 'Alaska', 'Maine', 'Iowa', 'Utah']

function marksAt(names: readonly string[], style: MapStyle, step: string, frame: Frame = frames.wide) {
  const { states, diagnostics } = compileScene('map', createMap(ranked(names), [{ from: names.length, to: 1 }], style), frame)
  expect(diagnostics).toEqual([])
  expect(states.size).toBe(names.length)
  return states.get(step)?.marks ?? new Map()
}

test('the current record is the signal, those told are its shades, those to come are land', () => {
  const marks = marksAt(STATES, { atlas: 'states', marks: 'areas' }, 'r2')
  const look = (id: string) => [marks.get(`record/${id}`)?.fill, marks.get(`record/${id}`)?.fillOpacity ?? 1]
  expect(look('r2')).toEqual(['var(--signal)', 1])
  expect(look('r0')).toEqual(['var(--signal)', 0.24])
  expect(look('r3')).toEqual(['var(--faint)', 1])
})

test('circles are as large as their values, and only those told have one', () => {
  const marks = marksAt(EUROPE, { atlas: 'world', marks: 'circles' }, 'r7')
  const width = (id: string) => (marks.get(`record/${id}`) as { width: number } | undefined)?.width ?? 0
  expect((width('r7') / width('r1')) ** 2).toBeCloseTo(4, 1)
  expect(width('r8')).toBe(0)
})

test.each(Object.values(frames))('a map is fitted to nearly all of its places, and stays in the frame: $id', (frame) => {
  const marks = marksAt(EUROPE, { atlas: 'world', marks: 'circles' }, 'r7', frame)
  const places = EUROPE.slice(0, 8).map((_, index) => marks.get(`record/r${index}`) as { x: number; y: number; width: number })
  const xs = places.map(({ x, width }) => x + width / 2)
  expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(frame.width * 0.1)
  for (const { x, y, width } of places)
    expect([x >= 0, x + width <= frame.width, y >= 0, y + width <= frame.height]).toEqual([true, true, true, true])
})

test('a place too small to see is a dot with a ring around it', () => {
  const marks = marksAt(EUROPE, { atlas: 'world', marks: 'areas' }, 'r6')
  expect(marks.get('dot/r6')?.fill).toBe('var(--signal)')
  expect([...marks.keys()].some((key) => key.startsWith('ring'))).toBe(true)
})

test('a place with two outlines stands once', () => {
  const names = ['Brazil', 'Canada', 'China', 'India', 'South Africa', 'Russia', 'Argentina', 'Australia']
  // Marks that share a key would be a diagnostic.
  expect(marksAt(names, { atlas: 'world', marks: 'circles' }, 'r7').has('record/r7')).toBe(true)
})
