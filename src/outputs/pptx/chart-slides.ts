import type { Story } from '../../story/story.ts'
import { extentOf } from '../../util/extent.ts'
import { filledSlot, type Layout, type Slot, type SlotKey } from './layouts.ts'
import { CHART, chartParts, type OfficeChart } from './office-chart.ts'
import { type Part, Relationships, xmlPart } from './package.ts'
import { layoutNumber, slideNumberField } from './presentation-parts.ts'
import { numberFormat, type RecordRow, type RecordSheet, recordSheet } from './record-sheet.ts'
import { graphicFrame, MASTER_COLOURS, objectTree } from './shapes.ts'
import { specSheet } from './spec-sheet.ts'
import { paragraphsXml, type TextContext } from './text-body.ts'
import { NAMESPACES } from './theme.ts'
import type { ChartSheet } from './workbook.ts'
import { type Box, xml } from './xml.ts'

/** What slides of charts are made with. */
export interface ChartSlidesContext extends Omit<TextContext, 'linkTo'> {
  layouts: readonly Layout[]
  /** Date of the workbooks. */
  date: Date
}

/** A slide with charts beside each other. */
interface ChartSlide {
  title: string
  source: string
  charts: readonly Drawn[]
}

/** A chart without its number, and what it says to those who do not see it. */
interface Drawn extends Pick<OfficeChart, 'sheet' | 'range' | 'letters'> {
  description: string
  height: number
}

/** Longer charts stand side by side, so that their names can be read, and more than two on slides of their own. */
const MOST_ROWS = 24
const MOST_CHARTS = 2

/** Where charts stand on a slide, and the space between two of them, in px. */
const AREA: Box = { x: 40, y: 176, width: 1200, height: 480 }
const GAP = 40

/**
 * Hidden slides with charts of Office's own and their workbooks, to copy and to edit: the ranks of each act and of all records, and each
 * chart of the slides that Office can draw as it stands. They follow all other slides, whose numbers stay.
 */
export function chartSlides(story: Story, context: ChartSlidesContext): Part[][] {
  let [charts, slides] = [0, story.slides.length]
  return [...rankSlides(story), ...specSlides(story)].map((slide) => {
    const numbered = slide.charts.map((chart): Drawn & OfficeChart => ({ ...chart, number: ++charts, date: context.date }))
    return [slidePart(slide, numbered, ++slides, context), ...numbered.flatMap(chartParts)]
  })
}

/** The ranks of each act of several records, and of all. */
function rankSlides(story: Story): ChartSlide[] {
  const sheet = recordSheet(story)
  if (!sheet) return []
  const { deck, slides } = story
  const acts = deck.acts.map(({ id, title }) => {
    const own = new Set(slides.flatMap(({ act, record }) => (act.id === id && record ? [record.id] : [])))
    return { title, rows: sheet.rows.filter((row) => own.has(row.id)) }
  })
  const several = acts.filter(({ rows }) => rows.length > 1 && rows.length < sheet.rows.length)
  return [...several, { title: deck.title, rows: sheet.rows }].flatMap(({ title, rows }) => {
    const charts = rankCharts(rows, sheet)
    const count = Math.ceil(charts.length / MOST_CHARTS)
    return Array.from({ length: count }, (_, at) => ({
      title: count > 1 ? `${title} · ${at + 1}/${count}` : title,
      source: deck.source,
      charts: charts.slice(at * MOST_CHARTS, (at + 1) * MOST_CHARTS),
    }))
  })
}

/** All on one scale, from zero. */
function rankCharts(rows: readonly RecordRow[], { labels }: RecordSheet): Drawn[] {
  const count = Math.ceil(rows.length / MOST_ROWS)
  const each = Math.ceil(rows.length / count)
  const range = rangeOf(rows.map(({ values: [value = 0] }) => value))
  const height = AREA.height / each
  const format = numberFormat(rows)
  return Array.from({ length: count }, (_, at) => {
    const own = rows.slice(at * each, (at + 1) * each)
    const sheet: ChartSheet = {
      kind: 'bar',
      head: '',
      measure: labels[0] ?? '',
      labels,
      rows: own,
      drawn: 1,
      format,
    }
    const description = `${labels[0]}: ${own.map(({ name, printed }) => `${name} ${printed}`).join('; ')}`
    return { sheet, range, description, letters: Math.min(20, height * 0.68), height: height * own.length }
  })
}

function rangeOf(values: readonly number[]): [number, number] {
  return extentOf([0, ...values])
}

/** Each once, with the first slide that has it. */
function specSlides({ slides, deck }: Story): ChartSlide[] {
  const seen = new Set<string>()
  return slides.flatMap(({ title, source = deck.source, chart, inlineCharts = [] }) =>
    [...(chart ? [chart] : []), ...inlineCharts].flatMap((one): ChartSlide[] => {
      const id = JSON.stringify([one.specs, one.data])
      const sheet = seen.has(id) ? undefined : specSheet(one)
      seen.add(id)
      if (!sheet || (sheet.kind === 'bar' && sheet.rows.length > MOST_ROWS)) return []
      const range = sheet.kind === 'bar' ? { range: rangeOf(sheet.rows.map(({ values: [value = 0] }) => value)) } : {}
      return [{ title, source, charts: [{ sheet, ...range, description: one.name, letters: 20, height: AREA.height }] }]
    }),
  )
}

function slidePart(
  slide: ChartSlide,
  charts: readonly (Drawn & OfficeChart)[],
  number: number,
  context: ChartSlidesContext,
): Part {
  const relationships = new Relationships()
  relationships.to('slideLayout', `../slideLayouts/slideLayout${layoutNumber(context.layouts, 'full', 'light')}.xml`)
  const width = (AREA.width - GAP * (charts.length - 1)) / charts.length
  const frames = charts.map((chart, at) => {
    const box = { ...AREA, x: AREA.x + at * (width + GAP), width, height: chart.height }
    return chartFrame(chart.description, at + 6, box, relationships.to('chart', `../charts/chart${chart.number}.xml`))
  })
  const filled = (key: SlotKey, id: number, words: (slot: Slot) => string) => {
    const slot = context.layouts.find((layout) => layout.id === 'full')?.slots.find((one) => one.key === key)
    return slot ? filledSlot(slot, id, words(slot)) : ''
  }
  const said =
    (text: string) =>
    ({ style }: Slot) =>
      paragraphsXml([{ runs: [{ text }] }], { ...context, linkTo: () => undefined }, style)
  const objects = [
    filled('kicker', 2, said(charts[0]?.sheet.measure ?? '')),
    filled('title', 3, said(slide.title)),
    ...frames,
    filled('source', 4, said(slide.source)),
    filled('number', 5, () => xml('a:p', {}, slideNumberField(String(number), context.language))),
  ]
  const root = xml('p:sld', { ...NAMESPACES, show: 0 }, objectTree(objects), MASTER_COLOURS)
  return xmlPart(`ppt/slides/slide${number}.xml`, 'presentationml.slide', root, relationships)
}

function chartFrame(description: string, id: number, box: Box, way: string): string {
  return graphicFrame({ id, name: 'Chart', description }, box, CHART, xml('c:chart', { 'xmlns:c': CHART, 'r:id': way }))
}
