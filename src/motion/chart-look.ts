import { rgb } from 'd3-color'
import { scheme, type Config as VegaConfig } from 'vega'
import type { Config } from 'vega-lite'
import { RAMP_NAME, SIDES_NAME, standIn } from './ramps.ts'
import type { SpecMark } from './vegaSpec.ts'

scheme(RAMP_NAME, standIn(1) as never)
scheme(SIDES_NAME, standIn(2) as never)

/** How many colours tell categories apart; with more they repeat. */
const CATEGORIES = 10

/** More names of a legend would leave no room for the chart above; the last says how many there are. */
const NARROW_NAMES = 15

/** The part of an area that names beside a chart may take. */
const WIDEST_LABEL = 0.42

/** Vega's own size of labels in px, which lines and points of that size go with. */
export const USUAL_TYPE = 10

/**
 * The look of charts that say nothing of theirs: the page's colours, light and dark, its faces, and type of a size in px with lines
 * and points that go with it. Names below an axis lie, unless they are turned;
 * legends stand below where it is narrow, and have several columns where one is higher than the chart's area.
 */
export function chartLook(
  type: number,
  { isTurned = false, isThinned = false, isNarrow = false, columns = 1, width = 0, height = Number.POSITIVE_INFINITY } = {},
): Config {
  const scale = type / USUAL_TYPE
  const labelLimit = Math.max(16 * type, WIDEST_LABEL * width)
  const thinned = isThinned ? { labelOverlap: 'greedy' as const } : {}
  const axis = {
    labelColor: 'var(--quiet)',
    titleColor: 'var(--quiet)',
    labelFontSize: type,
    titleFontSize: type,
    titleFontWeight: 600,
  } as const
  return {
    background: 'transparent',
    padding: 0,
    font: 'var(--sans)',
    view: { stroke: null },
    axis: {
      ...axis,
      domainColor: 'var(--mute)',
      tickColor: 'var(--mute)',
      gridColor: 'var(--faint)',
      labelPadding: 2 * scale,
      labelSeparation: 0.4 * type,
      titlePadding: 5 * scale,
      tickSize: 4 * scale,
      labelLimit,
      // The title stands beyond all labels; Vega's own limit would lay it on those of 200 px.
      maxExtent: 40 * type,
    },
    axisQuantitative: { tickCount: 6 },
    axisTemporal: { tickCount: 8 },
    axisXDiscrete: { labelAngle: isTurned ? -90 : 0, ...(isTurned && { labelLimit: 16 * type }), ...thinned },
    axisYDiscrete: thinned,
    legend: {
      ...axis,
      labelColor: 'var(--ink)',
      labelLimit,
      titleLimit: 16 * type,
      symbolSize: 90 * scale,
      symbolStrokeWidth: 1.5 * scale,
      gradientLength: 160 * scale,
      gradientThickness: 14 * scale,
      padding: 0,
      ...(columns > 1 && { columns, symbolLimit: columns * Math.floor(height / (1.4 * type) - 2) }),
      ...(isNarrow && { orient: 'bottom', columns, symbolLimit: NARROW_NAMES, gradientLength: 140 * scale }),
      offset: 12 * scale,
      columnPadding: 8 * scale,
      rowPadding: 2 * scale,
      titlePadding: 4 * scale,
    },
    header: { ...axis, labelColor: 'var(--ink)', labelLimit: 20 * type, labelPadding: 6 * scale, titlePadding: 6 * scale },
    title: {
      color: 'var(--ink)',
      subtitleColor: 'var(--quiet)',
      fontSize: 1.3 * type,
      subtitleFontSize: type,
      fontWeight: 600,
      anchor: 'start',
      frame: 'group',
      offset: 8 * scale,
    },
    mark: { color: 'var(--signal)' },
    text: { color: 'var(--ink)', fontSize: type },
    rule: { color: 'var(--ink)' },
    // As styles: in a mark's own configuration Vega-Lite would put these widths before those of a chart's encoding.
    style: { line: { strokeWidth: 1.6 * scale }, rule: { strokeWidth: scale } },
    trail: { size: 2 * scale },
    point: { size: 45 * scale, strokeWidth: 1.2 * scale },
    circle: { size: 45 * scale },
    square: { size: 45 * scale },
    tick: { thickness: scale },
    range: {
      category: Array.from({ length: CATEGORIES }, (_, index) => `var(--category-${index + 1})`),
      ordinal: { scheme: RAMP_NAME },
      ramp: { scheme: RAMP_NAME },
      heatmap: { scheme: RAMP_NAME },
      diverging: { scheme: SIDES_NAME },
    },
  } as Config
}

/** The same for a chart that is Vega itself, which has fonts and the colour of text elsewhere. */
export function vegaLook(look: Config): VegaConfig {
  const { text, mark: _mark, font: _font, style: widths, ...rest } = look
  const face = { font: 'var(--sans)' }
  const style = { ...widths, 'guide-label': face, 'guide-title': face, 'group-title': face, 'group-subtitle': face }
  return { ...rest, style, text: { ...face, fill: 'var(--ink)', fontSize: text?.fontSize } } as unknown as VegaConfig
}

/** Greys that are nearly black, and brightest of them, 0…255. */
const [GREY, BRIGHTEST] = [12, 80]

function isBlack(paint: unknown): boolean {
  const { r, g, b, opacity } = rgb(String(paint))
  return opacity === 1 && Math.max(r, g, b) <= BRIGHTEST && Math.max(r, g, b) - Math.min(r, g, b) <= GREY
}

/**
 * What its author has in black, or nearly so, is in the page's ink, which is seen on dark paper, too. Letters stay: they may stand on
 * other marks.
 */
export function blackAsInk(marks: readonly SpecMark[] = []): void {
  for (const { type, encode = {}, marks: inner } of marks) {
    const paints = type === 'text' ? [] : Object.values(encode).flatMap(({ fill = [], stroke = [] }) => [fill, stroke].flat())
    for (const paint of paints as { value?: unknown }[]) if (isBlack(paint.value)) paint.value = 'var(--ink)'
    blackAsInk(inner)
  }
}
