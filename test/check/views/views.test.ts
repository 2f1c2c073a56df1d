import { expect, test } from 'vitest'
import type { View } from '../../../src/check/measure.ts'
import type { Findings, Place, TextBlock } from '../../../src/check/sheet.ts'
import type { Audited, Material } from '../../../src/check/views/material.ts'
import { auditHandout, auditNotes, auditPictures } from '../../../src/check/views/page-views.ts'
import { auditReading } from '../../../src/check/views/read-view.ts'
import { auditSlides } from '../../../src/check/views/slides-view.ts'
import { formatDiagnostic } from '../../../src/util/diagnostic.ts'
import { ROOT, storyOf } from '../../story-of.ts'

/* What each view asks of what was measured, and where it says that a finding is; the measures are given. */

const PAGE = { path: 'read.html', contents: '<!doctype html><html><body></body></html>' }
const text = (size: number, top = 0, more: Partial<TextBlock> = {}): TextBlock => ({
  words: `of ${size}`,
  part: 'note',
  isLabel: false,
  size,
  lines: [{ left: 0, right: 90, top, bottom: top + 10 }],
  within: [],
  ...more,
})
/** Sheets, one below the other. */
const sheets = (...texts: TextBlock[][]): Findings => ({
  sideways: 0,
  sheets: texts.map((texts, index) => {
    const box = { left: 0, right: 1280, top: index * 720, bottom: index * 720 + 720 }
    return { id: ['gamma', 'beta'][index] ?? '', containers: [{ boxes: [box] }], texts }
  }),
})

/** What a view says of the smallest deck (gamma, beta, door, alpha), by what is measured of each selector of sheets. */
async function seen(view: (material: Material) => Promise<Audited>, found: (wanted: View['wanted']) => Findings[]) {
  const look = async (asked: View) => found(asked.wanted)
  const { counted, diagnostics } = await view({ story: await storyOf('minimal'), files: [PAGE], root: ROOT, paper: 'a4', look })
  return [counted, ...diagnostics.map((each) => formatDiagnostic(each).replace(/;.*/, ''))]
}

test.each([
  ['handout', auditHandout, 9, 9.4, '9.3 (handout, page 2, a4)', '2 pages of the handout'],
  ['notes', auditNotes, 11.9, 12, '12 (notes, a4)', '2 notes'],
  ['pictures', auditPictures, 19, 20, '20 (link preview)', '2 link previews'],
] as const)('%s: the least size on a page', async (_, view, small, large, where, counted) => {
  const owner = { owner: 'beta' }
  const said = await seen(view, () => [sheets([text(large, 0, owner)], [text(small, 730, owner)])])
  const place = view === auditPictures ? 'slide `gamma`:' : 'slides/2-beta.mdx'
  expect(said).toEqual([counted, `${place} the note \`of ${small}\` is set in ${small} px, expected at least ${where}`])
})

test('a slide is looked at with what stands above every slide', async () => {
  const label = { isLabel: true, part: 'label' }
  const own = [[text(15, 20)], [text(14, 720 + 25), text(14.5, 720 + 100, label), text(15, 720 + 200, label)]]
  expect(await seen(auditSlides, ({ sheets: of }) => (of === '.reveal' ? [sheets([text(16, 32)])] : [sheets(...own)]))).toEqual([
    '2 slides',
    'slides/2-beta.mdx the note `of 14` overlaps the note `of 16` by 90 × 3 px (slide, 1280 × 720)',
    'slides/2-beta.mdx the note `of 14` is set in 14 px, expected at least 15 (slide, 1280 × 720)',
    'chart `bars`, step `beta` (wide): the label `of 14.5` is set in 14.5 px, expected at least 15 (slide, 1280 × 720)',
  ])
})

test('a reading page is looked at in each window, and its charts as small as any window has them', async () => {
  const stage = (clientWidth: number, clientHeight: number, width: number, height: number): Place => {
    return { clientWidth, clientHeight, width, height }
  }
  // Narrow is 390 × 440, column 720 × 680: charts at 3/4 and at 1/2, where labels of 12 px are drawn for 16 and 24.
  const windows = [
    { ...sheets([text(16)], [text(15)]), stage: stage(400, 500, 292.5, 440) },
    { ...sheets([text(11, 0, { isLabel: true }), text(12, 50, { isLabel: true })]), sideways: 3 },
    { ...sheets(), stage: stage(400, 500, 390, 352), sideways: 1 },
    { ...sheets(), stage: stage(400, 500, 312, 440), sideways: -1 },
    { ...sheets(), stage: stage(400, 500, 390, 440) },
    { ...sheets(), stage: stage(800, 700, 720, 340) },
  ]
  const label = (size: number) => [text(size, 0, { isLabel: true })]
  const stills = sheets(label(16), label(15), label(16), label(16), label(24), label(24), label(24), label(23))
  expect(await seen(auditReading, ({ sheets: of }) => (of === '.stage' ? [stills] : windows))).toEqual([
    '4 reading steps in 6 windows, their charts in 2 frames',
    'slides/2-beta.mdx the note `of 15` is set in 15 px, expected at least 16 (reading page, 390 × 844)',
    'slide `gamma`: the note `of 11` is set in 11 px, expected at least 12 (reading page, 360 × 780)',
    'the page can be scrolled sideways by 3 px (reading page, 360 × 780)',
    'the page can be scrolled sideways by 1 px (reading page, 375 × 553)',
    'chart `bars`, step `beta` (narrow): the note `of 15` is set in 15 px, expected at least 16 (reading page, frame `narrow`)',
    'chart `bars`, step `alpha` (column): the note `of 23` is set in 23 px, expected at least 24 (reading page, frame `column`)',
  ])
})
