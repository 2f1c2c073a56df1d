import { describe, expect, test } from 'vitest'
import { auditSheet } from '../../src/check/findings.ts'
import type { Sheet, TextBlock } from '../../src/check/sheet.ts'
import { look, names, SLIDE, STYLE, sheet } from './measured-sheet.ts'

const heightOf = ({ lines: [line] }: TextBlock) => (line ? line.bottom - line.top : 0)

describe('words', () => {
  test('a block is one text, with all its lines, the size of its smallest letters and the name its author knows', async () => {
    const { id, texts } = await sheet(
      '<p class="note" style="width:150px">One <strong>text of <small>several</small></strong> lines</p><table><td>12</td></table><h2>Head</h2>',
    )
    expect(id).toBe('first')
    expect(texts.map(({ part, words }) => [part, words])).toEqual([
      ['note', 'One text of several lines'],
      ['cell', '12'],
      ['heading', 'Head'],
    ])
    expect(texts[0]?.size).toBeCloseTo(16.67, 1)
    expect(texts.map(({ strips }) => strips)).toEqual([undefined, undefined, undefined])
    expect(new Set(texts[0]?.lines.map(({ top }) => Math.round(top / 30))).size).toBe(2)
  })

  test('what is high or low has the size of its line, in formulas too', async () => {
    const { texts } = await sheet(
      '<p>One<sup style="font-size:9px">1</sup></p><p>Two <math><msup><mi>x</mi><mn>2</mn></msup></math></p><p>Three <small style="font-size:9px">x</small></p>',
    )
    expect(texts.map(({ part, size }) => [part, size])).toEqual([
      ['text', 20],
      ['text', 20],
      ['formula', 20],
      ['text', 9],
    ])
  })

  test('up and down it is the ink that counts', async () => {
    const { texts } = await sheet('<p>xxx</p><p>XXX</p><p>Xgg</p>')
    const [x, cap, both] = texts.map(heightOf)
    expect(x).toBeLessThan(cap ?? 0)
    expect(cap).toBeLessThan(both ?? 0)
    expect(both).toBeLessThan(22)
  })

  test('a space that is kept at the end of a line hangs out of its column', async () => {
    const { texts, containers } = await sheet('<p style="width:80px;white-space:pre-wrap">XXXXXX XXX</p>')
    expect(texts[0]?.lines.map(({ right }) => right <= 81)).toEqual([true, true])
    expect(auditSheet({ id: '', texts, containers }, { words: 15, labels: 15 })).toEqual([])
  })

  test.each([
    ['one word each', 'width:1px', 'i mm'],
    ['as it is written', 'white-space:pre', 'XX\nXX'],
  ])('lines of %s are each there', async (_, style, words) => {
    expect((await sheet(`<p style="${style}">${words}</p>`)).texts[0]?.lines).toHaveLength(2)
  })

  test('and the height that its lines are set in', async () => {
    const { texts, containers } = await sheet('<div><p style="font-size:40px;line-height:30px;overflow:hidden">ÜÜÜ</p></div>')
    const [strip, ...more] = texts[0]?.strips ?? []
    expect([strip && strip.bottom - strip.top, more]).toEqual([30, []])
    // Letters stand on whole pixels; what is left of the line is above and below them.
    expect(Math.abs(strip?.top ?? 9)).toBeLessThan(1)
    expect(texts[0]?.lines[0]?.top).toBeLessThan(-2)
    expect(containers.map(({ clips = false }) => clips)).toEqual([false, true, false])
  })

  test('what is drawn smaller has the size that it is painted at', async () => {
    const { texts } = await sheet('<div style="transform:scale(.4);transform-origin:0 0"><p>XXX</p></div>')
    expect(texts[0]?.size).toBeCloseTo(8, 1)
    expect(texts[0] && heightOf(texts[0])).toBeLessThan(7)
  })

  test('what nobody sees is not there', async () => {
    const body = `<p style="display:none">a</p><p style="visibility:hidden">b</p><div style="opacity:0"><p>c</p></div>
<p class="hidden">d</p><p class="hidden" style="width:50px">f</p><p class="hidden" style="height:50px">g</p><p class="left-out">e</p><details><p>h</p></details><p> </p><p style="overflow:hidden;height:1px">cut</p><p>seen<span class="hidden"> unseen</span></p>`
    expect(names(await sheet(body, { ...SLIDE, ignore: '.left-out' }))).toEqual(['text: cut', 'text: seen unseen'])
  })

  test('a part belongs to the first id in what owns it', async () => {
    const rows = '<table><tbody><tr><th id="alpha">A</th></tr><tr><td>1</td></tr></tbody></table><p>free</p>'
    const { texts } = await sheet(rows, { ...SLIDE, owners: 'tbody' })
    expect(texts.map(({ owner }) => owner)).toEqual(['alpha', 'alpha', undefined])
  })
})

describe('pictures', () => {
  const picture = (style: string) =>
    `<p style="width:200px"><img alt="A square" style="display:block;${style}" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='100' height='100'/%3E"></p>`

  test('a picture is where it is painted, in the containers that a text would have', async () => {
    const shown = 'width:200px;height:50px;object-fit:contain'
    const { texts, containers } = await sheet(
      picture(`${shown};object-position:left top`) +
        picture(`${shown};object-position:right top`) +
        picture('width:50px;height:150px;margin-left:20px;object-fit:contain;object-position:center bottom') +
        picture('width:120px;height:30px'),
    )
    expect(texts.map(({ part, words, lines }) => [part, words, ...lines])).toEqual([
      ['picture', 'A square', { left: 0, top: 0, right: 50, bottom: 50 }],
      ['picture', 'A square', { left: 150, top: 50, right: 200, bottom: 100 }],
      ['picture', 'A square', { left: 20, top: 200, right: 70, bottom: 250 }],
      ['picture', 'A square', { left: 0, top: 250, right: 120, bottom: 280 }],
    ])
    expect(texts[0]?.within.map((at) => containers[at]?.name)).toEqual([undefined, undefined, 'slide'])
  })

  test('one that leaves its slide, or lies over words, offends', async () => {
    const seen = await sheet(
      `${picture('width:250px;height:250px')}<p style="margin-top:-30px">Words</p>${picture('height:60px')}`,
    )
    expect(auditSheet(seen, { words: 15, labels: 15 }).map(({ kind, text }) => `${kind} ${text.part}`)).toEqual([
      'overflow picture',
      'overflow picture',
      'overlap text',
    ])
  })

  test('one that fills its place at any cost is a ground, on which words stand', async () => {
    const { texts } = await sheet(`${picture('height:50px;object-fit:cover')}<p style="margin-top:-30px">x</p>`)
    expect(texts.map(({ part }) => part)).toEqual(['text'])
  })

  test('one that nobody sees is not there', async () => {
    expect(names(await sheet(picture('display:none') + picture('visibility:hidden')))).toEqual([])
  })
})

describe('containers', () => {
  const within = ({ texts, containers }: Sheet) => texts.map((text) => text.within.map((at) => containers[at]?.name ?? 'a part'))

  test('a text has its own box, those around it, and the sheet', async () => {
    expect(within(await sheet('<div><p>a <em>b</em></p></div>'))).toEqual([['a part', 'a part', 'slide']])
  })

  test('what is placed elsewhere, or set out of its column, has only itself and the sheet', async () => {
    const body = '<div><p style="position:absolute;left:350px">a</p></div><div><p style="margin-left:-4px">b</p></div>'
    expect(within(await sheet(body))).toEqual([
      ['a part', 'slide'],
      ['a part', 'slide'],
    ])
  })

  test('what scrolls by itself may be as wide as it likes', async () => {
    expect(within(await sheet('<div style="overflow-x:auto"><p>a</p></div>'))).toEqual([['a part']])
  })

  test.each([
    ['box', { left: 0, right: 400, top: 0, bottom: 300 }],
    ['window', { left: 0, right: 800, top: -1e9, bottom: 1e9 }],
    ['least-height', { left: -7.5, right: 407.5, top: 0, bottom: 1e9 }],
  ] as const)('a sheet reaches as far as its %s', async (extent, box) => {
    expect((await sheet('<p>a</p>', { ...SLIDE, extent })).containers[0]?.boxes).toEqual([box])
  })
})

describe('labels', () => {
  const svg = (labels: string, style = '') => `<svg viewBox="0 0 100 100" style="${style}">${labels}</svg>`

  test('have the size and the place they are painted at', async () => {
    const { texts, containers } = await sheet(svg('<text x="10" y="50" font-size="8">Xx</text>'))
    const [label] = texts
    expect(label).toMatchObject({ part: 'label', words: 'Xx', isLabel: true, size: 16 })
    expect(label?.lines[0]?.left).toBeCloseTo(20, 0)
    expect(label?.lines[0]?.bottom).toBeCloseTo(100, 0)
    expect(label?.within.map((at) => containers[at]?.name)).toEqual(['chart', 'slide'])
  })

  test('that are turned have the upright box around them', async () => {
    const { texts } = await sheet(svg('<text x="50" y="50" font-size="8" transform="rotate(90 50 50)">XXXXX</text>'))
    const [line] = texts[0]?.lines ?? []
    expect(line && line.bottom - line.top).toBeGreaterThan(40)
    expect(line && line.right - line.left).toBeLessThan(20)
  })

  test('of a picture that shows what leaves it are held by the sheet alone; transparent ones are not there', async () => {
    const labels =
      '<text x="10" y="50">a</text><text x="10" y="70" opacity="0">b</text><text x="10" y="90" fill-opacity="0">c</text>'
    const { texts, containers } = await sheet(`<div>${svg(labels, 'overflow:visible')}</div>`)
    expect(texts.map(({ words, within }) => [words, ...within.map((at) => containers[at]?.name)])).toEqual([['a', 'slide']])
  })
})

test('obstacles are texts by their boxes', async () => {
  const body = '<nav class="acts" aria-label="Acts" style="width:120px;height:30px"></nav>'
  const { texts } = await sheet(body, { ...SLIDE, obstacles: '.acts' })
  expect(texts).toMatchObject([{ part: 'acts', words: 'Acts', lines: [{ left: 0, top: 0, right: 120, bottom: 30 }] }])
})

test('a page is looked at in each window, and says how far it scrolls sideways and what place its stage has', async () => {
  const html = `<!doctype html><style>${STYLE}.stage{height:200px;padding:10px}</style><div class="slide"></div><div class="stage"></div>`
  const windows = [300, 500].map((width) => ({ width, height: 600 }))
  const found = await look({ html, wanted: SLIDE, windows, media: 'screen' })
  expect(found.map(({ sideways }) => sideways)).toEqual([100, 0])
  expect(found.map(({ stage }) => stage)).toEqual([
    { clientWidth: 300, clientHeight: 220, width: 280, height: 200 },
    { clientWidth: 500, clientHeight: 220, width: 480, height: 200 },
  ])
})
