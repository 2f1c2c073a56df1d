import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drawAtOwnSize, drawOnSlide } from '../../src/chart/draw-chart.ts'
import { createFolderFiles } from '../../src/load/folder-files.ts'
import type { ChartSpec } from '../../src/story/slide-chart.ts'

const files = createFolderFiles([import.meta.dirname], import.meta.dirname)
const label = (font?: string) => {
  const spec = {
    width: 200,
    height: 100,
    data: { values: [{}] },
    mark: { type: 'text', text: 'Oak', fontSize: 20, ...(font !== undefined && { font }) },
  }
  return { name: 'oak', path: join(import.meta.dirname, 'oak.json'), spec: spec as ChartSpec }
}
const familyIn = (svg = '') => /<text[^>]* font-family="([^"]*)"/.exec(svg)?.[1]

test('a chart at its own size is drawn in the font that it names, on a slide in those of the page', () => {
  expect(familyIn(drawAtOwnSize(label('Georgia, serif'), files).svg)).toBe('Georgia, serif')
  expect(familyIn(drawAtOwnSize(label(), files).svg)).toBe('sans-serif')
  expect(familyIn(drawOnSlide(label('Georgia, serif'), files, '').svg)).toBe('var(--serif)')
  expect(familyIn(drawOnSlide(label('Helvetica'), files, '').svg)).toBe('var(--sans)')
})

test('a turned text of a file is put in its place and then turned, as Vega does it', () => {
  const spec = {
    width: 50,
    height: 41,
    data: { values: [{ a: 1 }] },
    mark: 'point',
    encoding: { y: { field: 'a', type: 'quantitative', title: 'oaks' } },
  }
  const { svg = '' } = drawAtOwnSize({ name: 'oaks', path: 'oaks.json', spec: spec as ChartSpec }, files)
  const title = /<text([^>]*)>oaks</.exec(svg)?.[1] ?? ''
  expect(title).toMatch(/ transform="translate\([\d.]+ 33\) rotate\(-90\)"/)
  expect(title).not.toMatch(/ [xy]="/)
})
