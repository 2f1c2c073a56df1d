import { describe, expect, test } from 'vitest'
import { findOffences } from '../../src/check/findings.ts'
import type { Box, Rgb, Shade, Sheet, TextBlock } from '../../src/check/sheet.ts'

const LEAST = { words: 15, labels: 12 }
const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom })

/** A slide of 1000 × 500 px and a column in it. */
const ROOMS = [{ name: 'slide', boxes: [box(0, 0, 1000, 500)] }, { boxes: [box(40, 0, 100, 400)] }]

function text(words: string, lines: Box[], more: Partial<TextBlock> = {}): TextBlock {
  return { words, part: 'text', isLabel: false, size: 20, lines, within: [0], ...more }
}

const round = (ratio: number) => Math.round(ratio * 10) / 10

function offences(texts: TextBlock[], rooms: Sheet['rooms'] = ROOMS) {
  return findOffences({ id: 'any', rooms, texts }, LEAST).map((offence) => {
    if (offence.kind === 'overflow') return ['overflow', offence.text.words, offence.room.name ?? 'a column', offence.by]
    if (offence.kind === 'overlap') return ['overlap', offence.text.words, offence.other.words, offence.width, offence.height]
    if (offence.kind === 'covered') return ['covered', offence.text.words, offence.cover.name, offence.cover.box.right]
    if (offence.kind === 'faint')
      return ['faint', offence.text.words, offence.shade.theme, round(offence.contrast), offence.least]
    return ['small', offence.text.words, offence.text.size, offence.least]
  })
}

describe('overflow', () => {
  const column = { within: [1, 0] }

  test.each([
    ['to the right', box(40, 0, 114, 20), 14],
    ['to the left', box(35, 0, 90, 20), 5],
    ['below, by more than letters reach', box(40, 390, 50, 412), 10],
  ])('%s of its column', (_, line, by) => {
    expect(offences([text('a', [line], column)])).toEqual([['overflow', 'a', 'a column', by]])
  })

  test('what leaves the slide is told of the slide, by its worst line', () => {
    const lines = [box(40, 0, 120, 20), box(40, 30, 1030, 50)]
    expect(offences([text('a', lines, column)])).toEqual([['overflow', 'a', 'slide', 30]])
  })

  test.each([
    ['rounding', text('a', [box(39, 0, 101, 20)], column)],
    ['letters that reach out of a tight line', text('a', [box(40, 380, 50, 403)], { ...column, size: 46 })],
    ['a text in the second box of its column', text('a', [box(210, 0, 250, 20)], { within: [2] })],
    ['a room that is nowhere', text('a', [box(0, 0, 5000, 20)], { within: [3] })],
    ['a text that nothing holds', text('a', [box(0, 0, 5000, 20)], { within: [] })],
  ])('%s is none', (_, only) => {
    const rooms = [...ROOMS, { boxes: [box(0, 0, 100, 400), box(200, 0, 300, 400)] }, { boxes: [] }]
    expect(offences([only], rooms)).toEqual([])
  })
})

describe('accents and tails', () => {
  const rooms = [
    { boxes: [box(0, 10, 100, 50)] },
    { boxes: [box(0, 10, 100, 50)], clips: true },
    { name: 'page', boxes: [box(0, 10, 100, 50)] },
  ]
  const tall = (room: number) => text('Ü', [box(0, 3, 20, 48)], { strips: [box(0, 12, 20, 48)], within: [room] })

  test('may reach out of a box as they reach out of their line, but not where they are cut off or leave the page', () => {
    expect(offences([tall(0)], rooms)).toEqual([])
    expect(offences([tall(1)], rooms)).toEqual([['overflow', 'Ü', 'a column', 5]])
    expect(offences([tall(2)], rooms)).toEqual([['overflow', 'Ü', 'page', 5]])
  })

  test('do not hide a line that is out of its box', () => {
    const long = text('Ü', [box(0, 50, 20, 66)], { strips: [box(0, 48, 20, 68)], within: [0] })
    expect(offences([long], rooms)).toEqual([['overflow', 'Ü', 'a column', 14]])
  })

  test('may reach a little into the next line of their text', () => {
    expect(offences([text('Üg', [box(0, 0, 20, 24), box(0, 20, 20, 44)])])).toEqual([])
  })
})

describe('overlap', () => {
  test('of two texts, once, where most is painted twice', () => {
    const a = text('a', [box(0, 0, 100, 20), box(0, 30, 100, 50)])
    const b = text('b', [box(90, 10, 200, 28), box(60, 35, 200, 55)])
    expect(offences([a, b])).toEqual([['overlap', 'a', 'b', 40, 15]])
  })

  test('whatever their order on the sheet, the first text is named first', () => {
    const low = text('low', [box(0, 15, 100, 40)])
    const high = text('high', [box(0, 0, 100, 20)])
    expect(offences([low, high])).toEqual([['overlap', 'low', 'high', 100, 5]])
  })

  test('of the lines of one text', () => {
    const tight = text('tight', [box(0, 0, 100, 20), box(0, 12, 100, 32)])
    expect(offences([tight])).toEqual([['overlap', 'tight', 'tight', 100, 8]])
  })

  test.each([
    ['side by side, a kern apart', text('a', [box(0, 0, 50, 20)]), text('b', [box(49, 0, 99, 20)])],
    ['one under the other', text('a', [box(0, 0, 50, 20)]), text('b', [box(0, 19, 50, 39)])],
    ['a label and its own outline', text('a', [box(0, 0, 50, 20)]), text('a', [box(0, 0, 50, 20)])],
  ])('%s is none', (_, a, b) => {
    expect(offences([a, b])).toEqual([])
  })

  test('parts of one line are one text', () => {
    expect(offences([text('a', [box(0, 0, 50, 20), box(45, 1, 90, 21)])])).toEqual([])
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
      expect(offences(cells)).toEqual([])
      return read
    })
    expect((worked[1] ?? 0) / (worked[0] ?? 1)).toBeLessThan(2.5)
  })
})

describe('what is seen begins at one and a half pixels', () => {
  test('of overflow', () => {
    const reaching = (by: number) => text('a', [box(40, 0, 100 + by, 20)], { within: [1, 0] })
    expect(offences([reaching(1.4)])).toEqual([])
    expect(offences([reaching(1.6)])).toMatchObject([['overflow', 'a', 'a column', expect.closeTo(1.6)]])
  })

  test.for([
    ['across', (by: number) => box(50 - by, 0, 99, 20)],
    ['down', (by: number) => box(0, 20 - by, 50, 40)],
  ] as const)('of overlap %s', ([, below]) => {
    const pair = (by: number) => [text('a', [box(0, 0, 50, 20)]), text('b', [below(by)])]
    expect(offences(pair(1.4))).toEqual([])
    expect(offences(pair(1.6)).map(([kind]) => kind)).toEqual(['overlap'])
  })
})

test('text under the least size of its kind', () => {
  const texts = [
    text('words', [box(0, 0, 9, 9)], { size: 14 }),
    text('label', [box(20, 0, 29, 9)], { size: 11.9, isLabel: true }),
    text('rounded', [box(40, 0, 49, 9)], { size: 11.97, isLabel: true }),
    text('well', [box(60, 0, 69, 9)], { size: 15 }),
  ]
  expect(offences(texts)).toEqual([
    ['small', 'words', 14, 15],
    ['small', 'label', 11.9, 12],
  ])
})

test('of all that covers a text, the largest', () => {
  const covers = [50, 90, 70].map((right) => ({ name: `<div class="${right}">`, isMark: false, box: box(0, 0, right, 10) }))
  expect(offences([text('a', [box(0, 0, 100, 20)], { covers })])).toEqual([['covered', 'a', '<div class="90">', 90]])
})

describe('contrast', () => {
  const WHITE: Rgb = [255, 255, 255]
  const grey = (part: number, more: Partial<Shade> = {}): Shade => {
    return { letters: [part, part, part], ground: WHITE, theme: 'light', size: 16, isBold: false, ...more }
  }
  const faint = (...shades: Shade[]) => offences([text('a', [box(0, 0, 100, 20)], { shades })])

  test.each([
    ['the paper’s colour', grey(255), 1, 4.5],
    ['a light grey', grey(0x80), 3.9, 4.5],
    ['a light grey, large', grey(0xa0, { size: 24 }), 2.6, 3],
    ['a light grey, bold, not large', grey(0x80, { size: 18, isBold: true }), 3.9, 4.5],
  ])('%s is too faint', (_, shade, contrast, least) => {
    expect(faint(shade)).toEqual([['faint', 'a', 'light', contrast, least]])
  })

  test.each([
    ['black', grey(0)],
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
