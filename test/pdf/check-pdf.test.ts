import { beforeAll, describe, expect, test } from 'vitest'
import { type Expected, finish } from '../../src/pdf/finish.ts'
import { formatDiagnostic, InputError } from '../../src/util/diagnostic.ts'
import { printAll, SAMPLE } from './sample.ts'

const EXPECTED: Expected = {
  date: new Date(0),
  file: 'slides.pdf',
  title: 'Déficits – ein “Test”',
  language: 'en',
  width: 480,
  height: 270,
  pages: [
    {
      location: { file: 'slides/01-tuerkiye.mdx' },
      slide: 'tuerkiye',
      text: 'One square at a time Türkiye sells 4.8× what it buys, an official figure Internationalisation everywhere',
    },
    { text: 'Côte d’Ivoire: $1,337.3 billion (12 %) in the chart' },
    { text: 'Tens Links Half there, with a link and none.' },
  ],
  bookmarks: [
    {
      title: 'One square at a time',
      children: [
        { title: 'Türkiye sells 4.8× what it buys, an official figure', children: [] },
        { title: 'Côte d’Ivoire: $1,337.3 billion (12 %)', children: [] },
      ],
    },
    { title: 'Tens', children: [{ title: 'Links', children: [] }] },
  ],
  figures: 2,
}

/** Letters that no font has: one, and one with an accent, which Chromium writes as text beside the boxes that it paints. */
const [BOX, CLUSTER] = ['\u{41234}', '\u{41235}\u0301']

/** Pages that are wrong in one way each; what of them is replaced by what, and what must be said. */
const WRONG: readonly (readonly [name: string, from: string | RegExp, to: string, message: string])[] = [
  ['title', 'ein “Test”', 'x', 'slides.pdf found the title `Déficits – x`, expected `Déficits – ein “Test”`'],
  ['language', 'lang="en"', 'lang="de"', 'slides.pdf found the language `de`, expected `en`'],
  ['page size', '640px 360px', '640px 400px', 'page 1 is 480 × 300'],
  [
    'a slide that is too tall',
    'height: 360px',
    'height: 365px',
    'found 6 pages, expected 3: page 2 holds more than fits on it; shorten it',
  ],
  [
    'a slide that shares the page of another',
    /height: 360px(.*?); break-after: page/,
    'height: 170px$1',
    'found 2 pages, expected 3',
  ],
  [
    'text that is cut off',
    'everywhere',
    '<span style="position:absolute;left:9999px">everywhere</span>',
    'slides/01-tuerkiye.mdx page 1 of slides.pdf has lost `everywhere`',
  ],
  ['a bookmark that is missing', '<h1>Tens</h1>', '<p>Tens</p>', 'slides.pdf bookmark 4 of 5 is `› Links`, expected `Tens`'],
  [
    'text that is not read out',
    'in the chart</text></svg>',
    'in</text></svg><p aria-hidden="true">the chart</p>',
    'page 2 of slides.pdf shows `the`, `chart` but does not read it out',
  ],
  [
    'a link that says nothing',
    'a link</a>',
    '<span style="display:inline-block;width:9px;height:9px;background:red"></span></a> a link',
    'slides.pdf a link to https://example.org/a?b=1&c=2 on page 3 says nothing; give it a text, or a picture that has one',
  ],
  [
    'letters that no font has',
    'Bold',
    `Bold ${CLUSTER}${CLUSTER} and ${CLUSTER}`,
    `page 1 of slides.pdf, slide tuerkiye, prints \`${CLUSTER}${CLUSTER}\`, \`${CLUSTER}\` as boxes`,
  ],
  [
    'a letter that no font has, from right to left',
    '<p><b>',
    `<p dir="rtl">${CLUSTER} ab</p><p><b>`,
    `slide tuerkiye, prints \`${CLUSTER}\``,
  ],
  [
    'a letter that no font has, in a figure',
    'in the chart',
    `in the chart ${CLUSTER}`,
    `page 2 of slides.pdf prints \`${CLUSTER}\` as boxes`,
  ],
  ['a figure without a name', ' aria-label="A second chart"', '', 'slides.pdf 1 of 2 figures have no text'],
  ['a figure that is missing', /<svg role="img" aria-label="A second.*?<\/svg>/s, '', 'slides.pdf found 1 figures, expected 2'],
]

describe('a PDF is checked before it is published', () => {
  let printed: Uint8Array[] = []
  beforeAll(async () => {
    printed = await printAll(SAMPLE, ...WRONG.map(([, from, to]) => SAMPLE.replace(from, to)))
  })
  const check = (bytes: Uint8Array | undefined, expected = EXPECTED): string[] => {
    try {
      finish([bytes ?? new Uint8Array()], expected)
      return []
    } catch (error) {
      if (error instanceof InputError) return error.diagnostics.map(formatDiagnostic)
      throw error
    }
  }

  test('nothing is said of one that is right', () => {
    expect(check(printed[0])).toEqual([])
  })

  test.for(WRONG)('%s', (wrong) => {
    const said = check(printed[WRONG.indexOf(wrong) + 1])
    expect(said, said.join()).toHaveLength(1)
    expect(said[0]).toContain(wrong[3])
  })

  test('a letter that no font has is known by what its page lacks, and said once', async () => {
    const [alone] = await printAll(SAMPLE.replace('Bold', BOX))
    const [first, ...others] = EXPECTED.pages
    const said = check(alone, { ...EXPECTED, pages: [{ ...first, text: `${first?.text} ${BOX}` }, ...others] })
    expect(said).toEqual([expect.stringContaining(`prints \`${BOX}\` as boxes`)])
  })

  test('where pages hold several slides, letters that no font has are those of the slide that has them', () => {
    const sources = ['one', `two ${CLUSTER}`].map((text, index) => ({ text, location: { file: `slides/${index}.mdx` } }))
    const pages = EXPECTED.pages.map(({ text }) => ({ text }))
    const wrong = WRONG.findIndex(([name]) => name === 'letters that no font has')
    expect(check(printed[wrong + 1], { ...EXPECTED, pages, sources })).toEqual([expect.stringMatching(/^slides\/1\.mdx page 1/)])
  })

  test('everything wrong is said at once', () => {
    const said = check(printed[0], { ...EXPECTED, title: 'x', language: 'x', width: 1, bookmarks: [], figures: 9 })
    expect(said).toHaveLength(5)
  })

  test('one that is too large', () => {
    const [said] = check(printed[0], { ...EXPECTED, most: 9000 })
    expect(said).toMatch(/^slides\.pdf has \d+ KB, expected at most 9 KB for 3 pages; page \d alone has \d+ B: draw/)
  })

  test('a PDF that is cut off', () => {
    expect(check(printed[0]?.subarray(0, 9000))).toEqual(['slides.pdf cannot be read: this is no whole PDF'])
  })

  test('damage anywhere is a diagnostic or no matter, never a crash', () => {
    const bytes = printed[0] ?? new Uint8Array()
    for (let at = 20; at < bytes.length; at += 97) {
      const damaged = Uint8Array.from(bytes)
      damaged.fill(0x20 + (at % 90), at, at + 3)
      expect(Array.isArray(check(damaged))).toBe(true)
    }
  })

  test.for([
    ['a font that is drawn as pictures', '/Subtype /Type0', '/Subtype /Type3', 'is drawn as pictures (Type 3)'],
    ['a font that is not in the document', '/FontFile2', '/FontFil_2', '7.21.4.1-1'],
    ['one that is not tagged', '/Marked true', '/Marked null', '6.2-1'],
  ] as const)('%s', ([, from, to, expected]) => {
    const changed = Buffer.from(
      Buffer.from(printed[0] ?? [])
        .toString('latin1')
        .replace(from, to),
      'latin1',
    )
    expect(check(changed).join()).toContain(expected)
  })
})
