import { expect, test } from 'vitest'
import { audit } from '../../src/check/audit.ts'
import type { Where } from '../../src/check/list-findings.ts'
import type { Box, TextBlock } from '../../src/check/sheet.ts'
import { formatDiagnostic } from '../../src/util/diagnostic.ts'

const LEAST = { words: 15, labels: 12 }
const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom })

function text(words: string, line: Box, more: Partial<TextBlock> = {}): TextBlock {
  return { words, part: 'note', isLabel: false, size: 20, lines: [line], within: [0], ...more }
}

function diagnostics(texts: TextBlock[], ...wheres: Where[]): string[] {
  const sheet = {
    id: 'any',
    containers: [{ boxes: [box(0, 0, 100, 100)] }, { name: 'page', boxes: [box(0, 0, 100, 100)] }],
    texts,
  }
  return audit(wheres.map((where) => ({ sheet, least: LEAST, where: () => where }))).map(formatDiagnostic)
}

const SLIDE: Where = {
  location: { file: 'slides/2-beta.mdx' },
  chart: 'chart `bars`, step `beta` (wide)',
  view: 'slide, 1280 × 720',
}

test('a finding is told with who, how much, where and what helps', () => {
  expect(diagnostics([text('Too wide', box(0, 0, 114, 20))], SLIDE)).toEqual([
    'slides/2-beta.mdx the note `Too wide` overflows its column by 14 px (slide, 1280 × 720); shorten it or give it more room',
  ])
  expect(diagnostics([text('Too long', box(0, 0, 50, 131))], SLIDE)).toEqual([
    'slides/2-beta.mdx the note `Too long` overflows its box by 29 px (slide, 1280 × 720); shorten it or give it more room',
  ])
  expect(diagnostics([text('Out', box(0, 0, 130, 20), { within: [0, 1] })], { view: 'handout, page 3, a4' })).toEqual([
    'the note `Out` overflows the page by 30 px (handout, page 3, a4); shorten it or give it more room',
  ])
  expect(diagnostics([text('Tiny', box(0, 0, 9, 9), { size: 13.333 })], { subject: 'slide `beta`', view: 'slide' })).toEqual([
    'slide `beta`: the note `Tiny` is set in 13.3 px, expected at least 15 (slide); set it larger',
  ])
})

test('what covers a text is told as its author finds it, and faint letters with their colours', () => {
  const cover = { name: '<div class="cover">', isMark: false, box: box(10, 5, 70, 25) }
  expect(diagnostics([text('Under', box(0, 0, 80, 20), { covers: [cover] })], SLIDE)).toEqual([
    'slides/2-beta.mdx the note `Under` is covered by `<div class="cover">`, by 60 × 20 px (slide, 1280 × 720); move one of them, or put the text in front',
  ])
  const bar = { ...cover, name: '<rect fill="#888">', isMark: true }
  expect(diagnostics([text('Name', box(0, 0, 80, 20), { part: 'label', isLabel: true, covers: [bar] })], SLIDE)).toEqual([
    'chart `bars`, step `beta` (wide): the label `Name` is covered by a mark of the chart, `<rect fill="#888">`, by 60 × 20 px (slide, 1280 × 720); move one of them, or put the text in front',
  ])
  const shades = [{ letters: [250, 248, 243], ground: [250, 248, 243], theme: 'dark', size: 16, isBold: false }] as const
  expect(diagnostics([text('Pale', box(0, 0, 80, 20), { shades: [...shades] })], SLIDE)).toEqual([
    'slides/2-beta.mdx the note `Pale` has a contrast of 1:1 (#faf8f3 on #faf8f3), expected at least 4.5:1 (slide, 1280 × 720, dark theme); choose colours that are further apart',
  ])
})

test('labels among themselves are the chart’s, with the words of a slide they are the slide’s', () => {
  const label = { isLabel: true, part: 'label' }
  const [a, b] = [text('A', box(0, 0, 20, 10), label), text('B', box(10, 0, 30, 10), label)]
  expect(diagnostics([a, b], SLIDE)).toEqual([
    'chart `bars`, step `beta` (wide): the label `A` overlaps the label `B` by 10 × 10 px (slide, 1280 × 720); move or shorten one of them',
  ])
  expect(diagnostics([text('Note', box(0, 0, 20, 10)), b], SLIDE)).toEqual([
    'slides/2-beta.mdx the note `Note` overlaps the label `B` by 10 × 10 px (slide, 1280 × 720); move or shorten one of them',
  ])
  expect(diagnostics([text('A', box(10, 0, 30, 10), label), text('Note', box(0, 0, 20, 10))], SLIDE)).toEqual([
    'slides/2-beta.mdx the label `A` overlaps the note `Note` by 10 × 10 px (slide, 1280 × 720); move or shorten one of them',
  ])
  const tight = text('Tight', box(0, 0, 20, 10), { lines: [box(0, 0, 20, 20), box(0, 14, 20, 34)] })
  expect(diagnostics([tight], SLIDE)).toEqual([
    'slides/2-beta.mdx the lines of the note `Tight` overlap by 6 px (slide, 1280 × 720); move or shorten one of them',
  ])
})

test('what one change will mend is told once, with how much else it concerns', () => {
  const label = { isLabel: true, part: 'label' }
  const note = text('Note', box(0, 0, 100, 10))
  const labels = ['A', 'B', 'C'].map((words, index) => text(words, box(index * 20, 0, index * 20 + 10, 10), label))
  expect(diagnostics([note, ...labels], SLIDE)).toEqual([
    'slides/2-beta.mdx the note `Note` overlaps the label `A` by 10 × 10 px, and 2 more (slide, 1280 × 720); move or shorten one of them',
  ])
  const others = ['a.mdx', 'b.mdx', 'c.mdx'].map((file) => ({ location: { file }, view: 'slide' }))
  expect(diagnostics([text('Source', box(0, 0, 130, 10))], ...others)).toEqual([
    'a.mdx the note `Source` overflows its column by 30 px, and 2 more (slide); shorten it or give it more room',
  ])
  expect(diagnostics([text('x', box(0, 0, 9, 9), { size: 8 }), text('y', box(20, 0, 29, 9), { size: 8 })], ...others)).toEqual([
    'a.mdx the note `x` is set in 8 px, expected at least 15, and 5 more (slide); set it larger',
  ])
})

test('labels that lie over one another at every step of a chart are told once', () => {
  const label = { isLabel: true, part: 'label' }
  const axis = [text('0', box(0, 0, 20, 10), label), text('5', box(10, 0, 30, 10), label)]
  const steps = ['alpha', 'beta', 'gamma'].map((step) => ({
    subject: `slide \`${step}\``,
    chart: `chart \`bars\`, step \`${step}\` (wide)`,
    view: 'slide',
  }))
  expect(diagnostics(axis, ...steps)).toEqual([
    'chart `bars`, step `alpha` (wide): the label `0` overlaps the label `5` by 10 × 10 px, and 2 more (slide); move or shorten one of them',
  ])
})

test('a size is told once of each medium', () => {
  const views = ['slide, 1280 × 720', 'reading page, 390 × 844', 'reading page, 360 × 780'].map((view) => ({ view }))
  expect(diagnostics([text('x', box(0, 0, 9, 9), { size: 8 })], ...views)).toHaveLength(2)
})

test('words that lie over words do so once, in whichever frame their chart is', () => {
  const frames = ['wide', 'narrow'].map((frame) => ({ location: { file: 'a.mdx' }, view: 'slide', chart: `chart (${frame})` }))
  expect(diagnostics([text('A', box(0, 0, 20, 10)), text('B', box(10, 0, 30, 10))], ...frames).join()).not.toContain('more')
})

test('what lies over another on two pages without a file is told of each', () => {
  const cover = { name: '<b>', isMark: false, box: box(0, 0, 9, 9) }
  const pages = ['page 1', 'page 2'].map((view) => ({ view }))
  expect(diagnostics([text('A', box(0, 0, 20, 10)), text('B', box(10, 0, 30, 10), { covers: [cover] })], ...pages)).toHaveLength(
    4,
  )
})

test('what is seen in several windows is told once, where it is worst', () => {
  const sheet = (right: number) => ({
    id: 'x',
    containers: [{ boxes: [box(0, 0, 100, 100)] }],
    texts: [text('T', box(0, 0, right, 20))],
  })
  const seen = [110, 130, 120].map((right) => ({
    sheet: sheet(right),
    least: LEAST,
    where: () => ({ location: { file: 'a.mdx' }, view: `${right} wide` }),
  }))
  expect(audit(seen).map(formatDiagnostic)).toEqual([
    'a.mdx the note `T` overflows its column by 30 px (130 wide); shorten it or give it more room',
  ])
})
