import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { createLook, type Look } from '../../../src/check/measure.ts'
import type { Sheet, Wanted } from '../../../src/check/sheet.ts'
import { sharedPrinter as printer } from '../../browser/shared-browser.ts'

let look: Look
beforeAll(async () => {
  look = await createLook(join(import.meta.dirname, '..', '..', '..'), printer)
})

const STYLE = `body{margin:0;font:20px/1.5 sans-serif}p{margin:0}
.slide{position:relative;width:400px;height:300px}
svg{display:block;width:200px;height:200px}`
const SLIDE: Wanted = { sheets: '.slide', name: 'slide', extent: 'box' }

/** A page with this body as its only sheet. */
async function sheetOf(body: string, wanted: Wanted): Promise<Sheet> {
  const html = `<!doctype html><style>${STYLE}</style><div class="slide">${body}</div>`
  const [findings] = await look({ html, wanted, windows: [{ width: 800, height: 600 }], media: 'screen' })
  return findings?.sheets[0] as Sheet
}

/** What is found of each of some bodies, which are sheets of one page. */
async function each(
  bodies: readonly (readonly [name: string, body: string, ...unknown[]])[],
  find: (sheet: Sheet) => string[],
  wanted = SLIDE,
) {
  const html = `<!doctype html><style>${STYLE}</style>${bodies.map(([, body]) => `<div class="slide">${body}</div>`).join('')}`
  const [findings] = await look({ html, wanted, windows: [{ width: 800, height: 600 }], media: 'screen' })
  return bodies.map(([name], index) => [name, ...find(findings?.sheets[index] as Sheet)])
}

const chart = (marks: string) => `<svg viewBox="0 0 200 200">${marks}</svg>`

describe('what covers a text', () => {
  const box = 'position:absolute;left:0;top:0;width:50px;height:100px'
  const covers = ({ texts }: Sheet) => texts.flatMap((text) => (text.covers ?? []).map(({ name }) => `${name} ${text.words}`))
  const label = '<text x="0" y="20" font-size="20">XXXX</text>'

  test('is whatever opaque lies above it', async () => {
    const bodies = [
      ['a box', `<p>XXXX</p><div class="cover" style="${box};background:red"></div>`, '<div class="cover">'],
      ['it lets the pointer through', `<p>XXXX</p><b style="${box};background:red;pointer-events:none"></b>`, '<b>'],
      ['what hardly shines through', `<p>XXXX</p><b style="${box};background:red;opacity:.95"></b>`, '<b>'],
      ['over a letter of many', `<p>XXXX${'X'.repeat(16)}</p><b style="${box};left:73px;width:15px;background:red"></b>`, '<b>'],
      ['a film', `<p>XXXX</p><video style="${box}"></video>`, '<video>'],
      ['a gradient', `<p>XXXX</p><b style="${box};background:linear-gradient(red,blue)"></b>`, '<b>'],
      ['a chart above the words', `<p>XXXX</p><svg style="${box}"><circle cx="20" cy="20" r="20"/></svg>`, '<circle>'],
      ['a bar', chart(`${label}<rect width="50" height="30" fill="red"/>`), '<rect fill="red">'],
      ['a country', chart(`${label}<path d="M0 0h50v30h-50z" fill="red"/>`), '<path fill="red">'],
      ['a picture in a chart', chart(`${label}<image href="data:," width="50" height="30"/>`), '<image>'],
      [
        'a ground that fills it',
        `<p>XXXX</p><b style="${box};background:url(data:,) no-repeat;background-size:cover"></b>`,
        '<b>',
      ],
      ['a broad line upright', chart(`${label}<line x1="5" x2="5" y2="50" stroke="red" stroke-width="20"/>`), '<line>'],
      [
        'a line that is broad enough',
        chart(`${label}<path d="M0 8h50M0 12h50M0 16h50" fill="none" stroke="red" stroke-width="4"/>`),
        '<path fill="none">',
      ],
      ['a broad line', chart(`${label}<line y1="10" y2="10" x2="50" stroke="red" stroke-width="20"/>`), '<line>'],
    ] as const
    expect(await each(bodies, covers)).toEqual(bodies.map(([name, , cover]) => [name, expect.stringContaining(`${cover} XXXX`)]))
  })

  test('is nothing that lies beneath it, or that it is seen through', async () => {
    const clip = '<clipPath id="c"><rect x="150" width="9" height="9"/></clipPath>'
    const bodies = [
      ['a box beneath', `<div style="${box};background:red"></div><p style="position:relative">XXXX</p>`],
      ['the box that it stands in', '<div style="background:red"><p style="background:blue">XXXX</p></div>'],
      ['a box that nobody sees', `<p>XXXX</p><div style="${box};background:red;opacity:0"></div>`],
      [
        'a box cut off',
        `<p>XXXX</p><div style="height:0;overflow:hidden"><p style="height:50px;margin-top:-30px;background:red"></p></div>`,
      ],
      ['a veil', `<p>XXXX</p><div style="${box};background:#f008"></div>`],
      ['a bar beneath', chart(`<rect width="50" height="30" fill="red"/>${label}`)],
      ['a bar beside it', chart(`${label}<rect x="90" y="0" width="50" height="30" fill="red"/>`)],
      ['a bar below it', chart(`${label}<rect x="0" y="60" width="50" height="30" fill="red"/>`)],
      [
        'what is drawn elsewhere',
        chart(`${label}<clipPath id="d"><rect width="50" height="30"/></clipPath><defs><circle r="40"/></defs>`),
      ],
      ['the sign of a link', `<p>XXXX</p><b style="${box};background:url(data:,) no-repeat"></b>`],
      ['a picture, which is told as what it overlaps', `<p>XXXX</p><img alt="" src="data:," style="${box}">`],
      ['a country beneath', chart(`<path d="M0 0h50v30h-50z" fill="red"/>${label}`)],
      ['a line', chart(`${label}<line y1="10" y2="10" x2="50" stroke="red" stroke-width="2"/>`)],
      ['an outline', chart(`${label}<path d="M0 0h50v30h-50z" fill="none" stroke="red"/>`)],
      ['a broad outline around it', chart(`${label}<path d="M-20-20h90v90h-90z" fill="none" stroke="red" stroke-width="5"/>`)],
      ['a mark cut off', chart(`${label}${clip}<path d="M0 0h50v30h-50z" clip-path="url(#c)"/>`)],
      ['a line that is not', chart(`${label}<path d="M0 8h50M0 12h50M0 16h50" fill="none" stroke="red" stroke-width="3.9"/>`)],
      [
        'a mark that only begins over it at its right',
        chart(`<text x="100" y="150" font-size="20">XXXX</text><path d="M100 80h3l-3 80z"/>`),
      ],
      ['a mark that only begins over it', chart(`${label}<path d="M0 -50h3l-3 80z"/>`)],
    ] as const
    expect(await each(bodies, covers)).toEqual(bodies.map(([name]) => [name]))
  })
})

describe('colours', () => {
  const hex = (colour: readonly number[]) => colour.map((part) => part.toString(16).padStart(2, '0')).join('')
  const shades = ({ texts }: Sheet) =>
    texts.flatMap(({ shades = [] }) => shades.map(({ letters, ground }) => `${hex(letters)} on ${hex(ground)}`))

  test('of letters and what is behind them', async () => {
    const onBlue = 'position:absolute;left:0;top:0;width:400px;height:40px;background:#00f'
    const bodies = [
      ['plain paper', '<p style="color:#123456">X</p>', '123456 on ffffff'],
      ['any notation', '<p style="color:oklch(0.5 0 0);background:color-mix(in srgb, red, white)">X</p>', '636363 on ff8080'],
      ['each letter', '<p>X<b style="color:#f00">X</b></p>', '000000 on ffffff', 'ff0000 on ffffff'],
      ['one through another', '<div style="background:#00f"><p style="background:#f003">X</p></div>', '000000 on 3300cc'],
      ['half transparent', '<p style="opacity:.5">X</p>', '808080 on ffffff'],
      ['a box beneath', `<div style="${onBlue}"></div><p style="position:relative">X</p>`, '000000 on 0000ff'],
      ['a veil', `<p>X</p><div style="${onBlue};opacity:.5"></div>`, '000080 on 8080ff'],
      ['a picture has none of its own', `<p style="background:linear-gradient(red,blue)">X</p>`],
      [
        'a box on a picture',
        `<div style="background:linear-gradient(red,blue)"><p style="background:#00f">X</p></div>`,
        '000000 on 0000ff',
      ],
      [
        'a box on a picture that shines through',
        `<div style="background:linear-gradient(red,blue)"><p style="background:#00f8">X</p></div>`,
      ],
      ['a picture half seen', `<p style="opacity:.5;background:linear-gradient(red,blue)">X</p>`],
      ['beside a box', '<p>X</p><div style="background:#00f">X</div>', '000000 on ffffff', '000000 on 0000ff'],
    ] as const
    expect(await each(bodies, shades)).toEqual(bodies.map(([name, , ...expected]) => [name, ...expected]))
  })

  test('of labels and the marks behind them', async () => {
    const label = '<text x="0" y="20" font-size="20" fill="#fff">XXXX</text>'
    const bar = (width: number) => `<rect width="${width}" height="30" fill="#00f"/>`
    const bodies = [
      ['on a bar', chart(bar(190) + label), 'ffffff on 0000ff'],
      [
        'on a bar that says where it is',
        chart(`<rect x="0" y="0" width="190" height="30" fill="#00f"/>${label}`),
        'ffffff on 0000ff',
      ],
      [
        'with a style that paints nothing there',
        chart(bar(190) + label.replace('<text', '<text style="background:red"')),
        'ffffff on 0000ff',
      ],
      ['half seen', chart(bar(190) + label.replace('<text', '<text fill-opacity=".5"')), '8080ff on 0000ff'],
      ['on a bar and beside it', chart(bar(30) + label), 'ffffff on 0000ff', 'ffffff on ffffff'],
      [
        'on a broad outline',
        chart(`<path d="M0 10h190" fill="none" stroke="#00f" stroke-width="40"/>${label}`),
        'ffffff on 0000ff',
      ],
      ['on two', chart(`${bar(190)}<rect width="190" height="30" opacity=".5"/>${label}`), 'ffffff on 000080'],
      [
        'in a pattern',
        chart(`<pattern id="p" width="9" height="9"><circle r="9"/></pattern>${label.replace('#fff', 'url(#p)')}`),
      ],
      ['on its outline', chart(`<text x="0" y="20" font-size="20" stroke="#f00">XXXX</text>${label}`), 'ffffff on ff0000'],
    ] as const
    expect(await each(bodies, shades)).toEqual(bodies.map(([name, , ...expected]) => [name, ...expected]))
  })

  test('with the size and weight of their letters, each once', async () => {
    const { texts } = await sheetOf(
      `<p style="font-size:30px">X<b>X</b>X<small style="font-size:16px">X</small></p>${chart('<text y="20" font-size="10" font-weight="700">X</text>')}`,
      SLIDE,
    )
    expect(texts.map(({ shades = [] }) => shades.map(({ size, isBold }) => [size, isBold]))).toEqual([
      [
        [30, false],
        [30, true],
        [16, false],
      ],
      [[10, true]],
    ])
  })

  test('in the dark theme, where each sheet has its own', async () => {
    const themes =
      '<style>:root[data-theme=dark] .ink{color:#eee}:root[data-theme=dark] .other{color:#ddd}:root[data-theme=dark] text{fill:#ccc}</style>'
    const label = (y: number, fill: string) => chart(`<text y="${y}" font-size="20" fill="${fill}">XXXX</text>`)
    const bodies = [
      ['one', `${themes}<p class="ink">X</p>`, '000000 on ffffff', 'eeeeee on ffffff'],
      ['one like it', '<p class="ink">Y</p>', '000000 on ffffff', 'eeeeee on ffffff'],
      ['another', '<p class="other">X</p>', '000000 on ffffff', 'dddddd on ffffff'],
      ['a label', label(20, '#111'), '111111 on ffffff', 'cccccc on ffffff'],
      ['another label', label(40, '#222'), '222222 on ffffff', 'cccccc on ffffff'],
    ] as const
    expect(await each(bodies, shades, { ...SLIDE, dark: 800 })).toEqual(
      bodies.map(([name, , ...expected]) => [name, ...expected]),
    )
  })

  test('in the dark theme, too, in the window that is asked for', async () => {
    const themes = ':root{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}.slide{background:light-dark(#fff,#222)}'
    const body = `<style>${themes}</style><p style="color:light-dark(#111,#eee)">X</p>`
    expect(shades(await sheetOf(body, { ...SLIDE, dark: 800 }))).toEqual(['111111 on ffffff', 'eeeeee on 222222'])
    expect(shades(await sheetOf(body, { ...SLIDE, dark: 900 }))).toEqual(['111111 on ffffff'])
  })
})
