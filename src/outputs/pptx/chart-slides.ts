import type { Story } from '../../story/story.ts'
import { type BarChart, barChartParts, CHART } from './bar-chart.ts'
import { filledSlot, type Layout, type Slot, type SlotKey } from './layouts.ts'
import { type Part, Relationships } from './package.ts'
import { layoutNumber, slideNumberField, TREE_HEAD } from './presentation-parts.ts'

import { type RecordSheet, recordSheet } from './record-sheet.ts'
import { objectName, transform } from './shapes.ts'
import { paragraphsXml, type TextContext } from './text-body.ts'
import { NAMESPACES } from './theme.ts'

import { type Box, xml, xmlDocument } from './xml.ts'

/** What slides of charts are made with. */
export interface ChartSlidesContext extends Omit<TextContext, 'linkTo'> {
  layouts: readonly Layout[]
  /** Date of the workbooks. */
  date: Date
}

/** A slide with the ranks of some records. */
interface ChartSlide {
  title: string
  rows: RecordSheet['rows']
}

/** Longer charts stand side by side, so that their names can be read. */
const MOST_ROWS = 24

/** Where charts stand on a slide, and the space between two of them, in px. */
const AREA: Box = { x: 40, y: 176, width: 1200, height: 500 }
const GAP = 40

/**
 * A hidden slide for each act of several records, and one for all of them: the ranks as bar charts of Office's own with their workbooks,
 * to copy and to edit. They follow all other slides, whose numbers stay. None where no slide has the table of the records.
 */
export function chartSlides(story: Story, context: ChartSlidesContext): Part[][] {
  const sheet = recordSheet(story)
  if (!sheet) return []
  const { deck, slides } = story
  const acts = deck.acts.map(({ id, title }): ChartSlide => {
    const own = new Set(slides.flatMap(({ act, record }) => (act.id === id && record ? [record.id] : [])))
    return { title, rows: sheet.rows.filter((row) => own.has(row.id)) }
  })
  const several = acts.filter(({ rows }) => rows.length > 1 && rows.length < sheet.rows.length)
  let charts = 0
  return [...several, { title: deck.title, rows: sheet.rows }].map((slide, index) => {
    const drawn = chartsOf(slide, sheet, charts, context.date)
    charts += drawn.length
    return [slidePart(slide, drawn, slides.length + index + 1, deck.source, context), ...drawn.flatMap(barChartParts)]
  })
}

/** The charts of a slide, all on one scale. */
function chartsOf({ rows }: ChartSlide, { labels }: RecordSheet, before: number, date: Date): BarChart[] {
  const count = Math.ceil(rows.length / MOST_ROWS)
  const each = Math.ceil(rows.length / count)
  const values = rows.map(({ values: [value = 0] }) => value)
  return Array.from({ length: count }, (_, at) => ({
    number: before + at + 1,
    sheet: { labels, rows: rows.slice(at * each, (at + 1) * each) },
    range: [Math.min(0, ...values), Math.max(0, ...values)],
    rowHeight: AREA.height / each,
    date,
  }))
}

function slidePart(
  { title }: ChartSlide,
  charts: readonly BarChart[],
  number: number,
  source: string,
  context: ChartSlidesContext,
): Part {
  const relationships = new Relationships()
  relationships.to('slideLayout', `../slideLayouts/slideLayout${layoutNumber(context.layouts, 'full', 'light')}.xml`)
  const width = (AREA.width - GAP * (charts.length - 1)) / charts.length
  const frames = charts.map((chart, at) => {
    const box = { ...AREA, x: AREA.x + at * (width + GAP), width, height: chart.rowHeight * chart.sheet.rows.length }
    return chartFrame(chart, at + 6, box, relationships.to('chart', `../charts/chart${chart.number}.xml`))
  })
  const filled = (key: SlotKey, id: number, words: (slot: Slot) => string) => {
    const slot = context.layouts.find((layout) => layout.id === 'full')?.slots.find((one) => one.key === key)
    return slot ? filledSlot(slot, { id, name: slot.name }, words(slot)) : ''
  }
  const said =
    (text = '') =>
    ({ style }: Slot) =>
      paragraphsXml([{ runs: [{ text }] }], { ...context, linkTo: () => undefined }, style)
  const tree = xml(
    'p:spTree',
    {},
    TREE_HEAD,
    filled('kicker', 2, said(charts[0]?.sheet.labels[0])),
    filled('title', 3, said(title)),
    ...frames,
    filled('source', 4, said(source)),
    filled('number', 5, () => xml('a:p', {}, slideNumberField(String(number), context.language))),
  )
  const root = xml(
    'p:sld',
    { ...NAMESPACES, show: 0 },
    xml('p:cSld', {}, tree),
    '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>',
  )
  return {
    path: `ppt/slides/slide${number}.xml`,
    type: 'application/vnd.openxmlformats-officedocument.presentationml.slide+xml',
    contents: xmlDocument(root),
    relationships: relationships.list,
  }
}

/** A chart in its place; its words say every bar. */
function chartFrame({ sheet: { labels, rows } }: BarChart, id: number, box: Box, way: string): string {
  const description = `${labels[0]}: ${rows.map(({ name, printed }) => `${name} ${printed}`).join('; ')}`
  return xml(
    'p:graphicFrame',
    {},
    xml('p:nvGraphicFramePr', {}, objectName({ id, name: 'Chart', description }), xml('p:cNvGraphicFramePr'), xml('p:nvPr')),
    transform(box, { tag: 'p:xfrm' }),
    xml('a:graphic', {}, xml('a:graphicData', { uri: CHART }, xml('c:chart', { 'xmlns:c': CHART, 'r:id': way }))),
  )
}
