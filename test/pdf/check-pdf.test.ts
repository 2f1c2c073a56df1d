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

/** Pages that are wrong in one way each; what they are printed from, and what must be said. */
const WRONG: { name: string; html: string; message: string }[] = [
  {
    name: 'title',
    html: SAMPLE.replace('ein “Test”', 'x'),
    message: 'slides.pdf found the title `Déficits – x`, expected `Déficits – ein “Test”`',
  },
  {
    name: 'language',
    html: SAMPLE.replace('lang="en"', 'lang="de"'),
    message: 'slides.pdf found the language `de`, expected `en`',
  },
  { name: 'page size', html: SAMPLE.replace('640px 360px', '640px 400px'), message: 'page 1 is 480 × 300' },
  {
    name: 'a slide that is too tall',
    html: SAMPLE.replace('height: 360px', 'height: 365px'),
    message: 'slides.pdf found 6 pages, expected 3: page 2 holds more than fits on it; shorten it',
  },
  {
    name: 'a slide that shares the page of another',
    html: SAMPLE.replace('break-after: page', '').replaceAll('height: 360px', 'height: 170px'),
    message: 'slides.pdf found 2 pages, expected 3',
  },
  {
    name: 'text that is cut off',
    html: SAMPLE.replace('everywhere', '<span style="position:absolute;left:9999px">everywhere</span>'),
    message: 'slides/01-tuerkiye.mdx page 1 of slides.pdf has lost `everywhere`',
  },
  {
    name: 'a bookmark that is missing',
    html: SAMPLE.replace('<h1>Tens</h1>', '<p>Tens</p>'),
    message: 'slides.pdf bookmark 4 of 5 is `› Links`, expected `Tens`',
  },
  {
    name: 'text that is not read out',
    html: SAMPLE.replace('in the chart</text></svg>', 'in</text></svg><p aria-hidden="true">the chart</p>'),
    message: 'page 2 of slides.pdf shows `the`, `chart` but does not read it out',
  },
  {
    name: 'a link that says nothing',
    html: SAMPLE.replace(
      'a link</a>',
      '<span style="display:inline-block;width:9px;height:9px;background:red"></span></a> a link',
    ),
    message:
      'slides.pdf a link to https://example.org/a?b=1&c=2 on page 3 says nothing; give it a text, or a picture that has one',
  },
  {
    name: 'letters that no font has',
    html: SAMPLE.replace('Bold', `Bold ${CLUSTER}${CLUSTER} and ${CLUSTER}`),
    message: `slides/01-tuerkiye.mdx page 1 of slides.pdf, slide tuerkiye, prints \`${CLUSTER}${CLUSTER}\`, \`${CLUSTER}\` as boxes`,
  },
  {
    name: 'a letter that no font has, in text that runs from right to left',
    html: SAMPLE.replace('<p><b>', `<p dir="rtl">${CLUSTER} ab</p><p><b>`),
    message: `page 1 of slides.pdf, slide tuerkiye, prints \`${CLUSTER}\``,
  },
  {
    name: 'a letter that no font has, in a figure',
    html: SAMPLE.replace('in the chart', `in the chart ${CLUSTER}`),
    message: `slides.pdf page 2 of slides.pdf prints \`${CLUSTER}\` as boxes`,
  },
  {
    name: 'a figure without a name',
    html: SAMPLE.replace(' aria-label="A second chart"', ''),
    message: 'slides.pdf 1 of 2 figures have no text',
  },
  {
    name: 'a figure that is missing',
    html: SAMPLE.replace(/<svg role="img" aria-label="A second.*?<\/svg>/s, ''),
    message: 'slides.pdf found 1 figures, expected 2',
  },
]

describe('a PDF is checked before it is published', () => {
  let printed: Uint8Array[] = []
  beforeAll(async () => {
    printed = await printAll(SAMPLE, ...WRONG.map(({ html }) => html))
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

  test.for(WRONG.map((wrong, index) => ({ ...wrong, index })))('$name', ({ index, message }) => {
    const said = check(printed[index + 1])
    expect(said, said.join()).toHaveLength(1)
    expect(said[0]).toContain(message)
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
    const wrong = WRONG.findIndex(({ name }) => name === 'letters that no font has')
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

  test('fonts that are pictures, or not in the document', () => {
    const text = Buffer.from(printed[0] ?? []).toString('latin1')
    const outside = Buffer.from(text.replace(/\/FontFile2/, '/FontFil_2'), 'latin1')
    expect(check(outside)).toEqual([expect.stringMatching(/the font \S+ is not embedded; use static TrueType or WOFF2/)])
    const picture = Buffer.from(text.replace(/\/Subtype \/Type0/, '/Subtype /Type3'), 'latin1')
    expect(check(picture).join()).toMatch(/is drawn as pictures \(Type 3\)/)
  })

  test('an untagged one', () => {
    const text = Buffer.from(printed[0] ?? []).toString('latin1')
    const untagged = Buffer.from(text.replace('/Marked true', '/Marked null'), 'latin1')
    expect(check(untagged)).toEqual([expect.stringContaining('is not tagged')])
  })
})
