import { describe, expect, test } from 'vitest'
import { auditSheet } from '../../src/check/findings.ts'
import type { Box, Rgb, Shade, Sheet, TextBlock } from '../../src/check/sheet.ts'

const LEAST = { words: 15, labels: 12 }
const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom })

/** A slide of 1000 × 500 px and a column in it. */
const CONTAINERS = [{ name: 'slide', boxes: [box(0, 0, 1000, 500)] }, { boxes: [box(40, 0, 100, 400)] }]

function text(words: string, lines: Box[], more: Partial<TextBlock> = {}): TextBlock {
  return { words, part: 'text', isLabel: false, size: 20, lines, within: [0], ...more }
}

const round = (ratio: number) => Math.round(ratio * 10) / 10

function findings(texts: TextBlock[], containers: Sheet['containers'] = CONTAINERS) {
  return auditSheet({ id: 'any', containers, texts }, LEAST).map((finding) => {
    if (finding.kind === 'overflow') return ['overflow', finding.text.words, finding.container.name ?? 'a column', finding.by]
    if (finding.kind === 'overlap') return ['overlap', finding.text.words, finding.other.words, finding.width, finding.height]
    if (finding.kind === 'covered')
      return ['covered', finding.text.words, finding.cover.name, finding.cover.box.right, finding.cover.box.top]
    if (finding.kind === 'faint')
      return ['faint', finding.text.words, finding.shade.theme, round(finding.contrast), finding.least]
    return ['small', finding.text.words, finding.text.size, finding.least]
  })
}

describe('overflow', () => {
  const column = { within: [1, 0] }

  test.each([
    ['to the right', box(40, 0, 114, 20), 14],
    ['to the left', box(35, 0, 90, 20), 5],
    ['below, by more than letters reach', box(40, 390, 50, 412), 10],
  ])('%s of its column', (_, line, by) => {
    expect(findings([text('a', [line], column)])).toEqual([['overflow', 'a', 'a column', by]])
  })

  test('what leaves the slide is told of the slide, by its worst line', () => {
    const lines = [box(40, 0, 120, 20), box(40, 30, 1030, 50)]
    expect(findings([text('a', lines, column)])).toEqual([['overflow', 'a', 'slide', 30]])
  })

  test.each([
    ['rounding', text('a', [box(39, 0, 101, 20)], column)],
    ['letters that reach out of a tight line', text('a', [box(40, 380, 50, 403)], { ...column, size: 46 })],
    ['a text in the first box of its column', text('a', [box(10, 0, 50, 20)], { within: [2] })],
    ['a text in the second box of its column', text('a', [box(210, 0, 250, 20)], { within: [2] })],
    ['a container that is nowhere', text('a', [box(0, 0, 5000, 20)], { within: [3] })],
    ['a text that nothing holds', text('a', [box(0, 0, 5000, 20)], { within: [] })],
  ])('%s is none', (_, only) => {
    const containers = [...CONTAINERS, { boxes: [box(0, 0, 100, 400), box(200, 0, 300, 400)] }, { boxes: [] }]
    expect(findings([only], containers)).toEqual([])
  })
})

describe('accents and tails', () => {
  const containers = [
    { boxes: [box(0, 10, 100, 50)] },
    { boxes: [box(0, 10, 100, 50)], clips: true },
    { name: 'page', boxes: [box(0, 10, 100, 50)] },
  ]
  const tall = (container: number) => text('Ü', [box(0, 3, 20, 48)], { strips: [box(0, 12, 20, 48)], within: [container] })

  test('may reach out of a box as they reach out of their line, but not where they are cut off or leave the page', () => {
    expect(findings([tall(0)], containers)).toEqual([])
    expect(findings([tall(1)], containers)).toEqual([['overflow', 'Ü', 'a column', 5]])
    expect(findings([tall(2)], containers)).toEqual([['overflow', 'Ü', 'page', 5]])
  })

  test('do not hide a line that is out of its box', () => {
    const long = text('Ü', [box(0, 50, 20, 66)], { strips: [box(0, 48, 20, 68)], within: [0] })
    expect(findings([long], containers)).toEqual([['overflow', 'Ü', 'a column', 14]])
  })

  test('may reach a little into the next line of their text', () => {
    expect(findings([text('Üg', [box(0, 0, 20, 24), box(0, 20, 20, 44)])])).toEqual([])
  })
})

describe('overlap', () => {
  test('of two texts, once, where most is painted twice', () => {
    const a = text('a', [box(0, 0, 100, 20), box(0, 30, 100, 50)])
    const b = text('b', [box(90, 10, 200, 28), box(60, 35, 200, 55)])
    expect(findings([a, b])).toEqual([['overlap', 'a', 'b', 40, 15]])
  })

  test('of two texts, by the first where that is the most', () => {
    const a = text('a', [box(0, 0, 100, 20), box(0, 30, 100, 50)])
    const b = text('b', [box(60, 5, 200, 25), box(98, 40, 200, 60)])
    expect(findings([a, b])).toEqual([['overlap', 'a', 'b', 40, 15]])
  })

  test('whatever their order on the sheet, the first text is named first', () => {
    const low = text('low', [box(0, 15, 100, 40)])
    const high = text('high', [box(0, 0, 100, 20)])
    expect(findings([low, high])).toEqual([['overlap', 'low', 'high', 100, 5]])
  })

  test('of the lines of one text', () => {
    const tight = text('tight', [box(0, 0, 100, 20), box(0, 12, 100, 32)])
    expect(findings([tight])).toEqual([['overlap', 'tight', 'tight', 100, 8]])
  })

  test.each([
    ['side by side, a kern apart', text('a', [box(0, 0, 50, 20)]), text('b', [box(49, 0, 99, 20)])],
    ['one under the other', text('a', [box(0, 0, 50, 20)]), text('b', [box(0, 19, 50, 39)])],
    ['a label and its own outline', text('a', [box(0, 0, 50, 20)]), text('a', [box(0, 0, 50, 20)])],
  ])('%s is none', (_, a, b) => {
    expect(findings([a, b])).toEqual([])
  })

  test.each([box(1, 0, 50, 20), box(0, 1, 50, 20)])('a label twice, a pixel apart, is no outline', (line) => {
    expect(findings([text('a', [box(0, 0, 50, 20)]), text('a', [line])])).toHaveLength(1)
  })

  test('parts of one line are one text', () => {
    expect(findings([text('a', [box(0, 0, 50, 20), box(45, 1, 90, 21)])])).toEqual([])
  })

  test('twice as long a table takes twice the work', () => {
    const worked = [1000, 2000].map((length) => {
      let read = 0
      const cells = Array.from({ length }, (_, index) => {
        const [left, top] = [(index % 8) * 100, Math.floor(index / 8) * 20]
        const get = (line: Box, edge: string | symbol) => {
          read++
          return Reflect.get(line, edge)
        }
        return text(`${index}`, [new Proxy(box(left, top, left + 90, top + 15), { get })], { within: [] })
      })
      expect(findings(cells)).toEqual([])
      return read
    })
    expect((worked[1] ?? 0) / (worked[0] ?? 1)).toBeLessThan(2.5)
  })
})

describe('what is seen begins at one and a half pixels', () => {
  test('of overflow', () => {
    const reaching = (by: number) => text('a', [box(40, 0, 100 + by, 20)], { within: [1, 0] })
    expect(findings([reaching(1.5)])).toEqual([])
    expect(findings([reaching(1.6)])).toMatchObject([['overflow', 'a', 'a column', expect.closeTo(1.6)]])
  })

  test.for([
    ['across', (by: number) => box(50 - by, 0, 99, 20)],
    ['down', (by: number) => box(0, 20 - by, 50, 40)],
  ] as const)('of overlap %s', ([, below]) => {
    const pair = (by: number) => [text('a', [box(0, 0, 50, 20)]), text('b', [below(by)])]
    expect(findings(pair(1.5))).toEqual([])
    expect(findings(pair(1.6)).map(([kind]) => kind)).toEqual(['overlap'])
  })
})

test('text under the least size of its kind', () => {
  const texts = [
    text('words', [box(0, 0, 9, 9)], { size: 14 }),
    text('label', [box(20, 0, 29, 9)], { size: 11.9, isLabel: true }),
    text('rounded', [box(40, 0, 49, 9)], { size: 11.95, isLabel: true }),
    text('well', [box(60, 0, 69, 9)], { size: 15 }),
  ]
  expect(findings(texts)).toEqual([
    ['small', 'words', 14, 15],
    ['small', 'label', 11.9, 12],
  ])
})

test('of all that covers a text, the largest', () => {
  const covers = [box(0, 0, 50, 10), box(20, 5, 90, 19), box(0, 0, 90, 10)].map((box) => ({ name: 'div', isMark: false, box }))
  expect(findings([text('a', [box(0, 0, 100, 20)], { covers })])).toEqual([['covered', 'a', 'div', 90, 5]])
})

describe('contrast', () => {
  const WHITE: Rgb = [255, 255, 255]
  const grey = (part: number, more: Partial<Shade> = {}): Shade => {
    return { letters: [part, part, part], ground: WHITE, theme: 'light', size: 16, isBold: false, ...more }
  }
  const faint = (...shades: Shade[]) => findings([text('a', [box(0, 0, 100, 20)], { shades })])

  test.each([
    ['the paper’s colour', grey(255), 1, 4.5],
    ['a light grey', grey(0x80), 3.9, 4.5],
    ['a light grey, large', grey(0xa0, { size: 24 }), 2.6, 3],
    ['a light grey, bold, not large', grey(0x80, { size: 18, isBold: true }), 3.9, 4.5],
  ])('%s is too faint', (_, shade, contrast, least) => {
    expect(faint(shade)).toEqual([['faint', 'a', 'light', contrast, least]])
  })

  test.each([
    ['nearly black', grey(5)],
    ['#767676, which is just enough', grey(0x76)],
    ['a light grey, large', grey(0x90, { size: 24 })],
    ['a light grey, bold and large', grey(0x90, { size: 18.67, isBold: true })],
    ['white on black', grey(255, { ground: [0, 0, 0] })],
  ])('%s is not', (_, shade) => {
    expect(faint(shade)).toEqual([])
  })

  test('each theme is told once, by the letters that lack most', () => {
    const dark = { theme: 'dark', ground: [0, 0, 0] } as const
    expect(faint(grey(0x80), grey(0xa0), grey(0x30, dark), grey(0x20, { ...dark, size: 40 }))).toEqual([
      ['faint', 'a', 'light', 2.6, 4.5],
      ['faint', 'a', 'dark', 1.6, 4.5],
    ])
  })
})
