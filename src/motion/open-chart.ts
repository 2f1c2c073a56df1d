import type { Spec, Config as VegaConfig } from 'vega'
import type { Config } from 'vega-lite'
import type { Frame } from '../story/mark.ts'
import type { ChartSpec, DataFiles } from '../story/slide-chart.ts'
import { type Animation, FRAME_PARAM, frameValues, readAnimation } from './animation.ts'
import { blackAsInk, chartLook, USUAL_TYPE, vegaLook } from './chart-look.ts'
import type { Listener } from './check-rows.ts'
import { hasCrowdedLabels, longestLegend, scalesOfNames } from './crowded-labels.ts'
import { createFieldCheck, type FieldCheck } from './fields.ts'
import { type Factors, fitView } from './fit-view.ts'
import { createKeyInference } from './infer-keys.ts'
import { keepScales } from './keep-scales.ts'
import { logScaleWords } from './log-scales.ts'
import { isPaper } from './own-paper.ts'
import type { PlotArea } from './plot-area.ts'
import { freeSteps, isInPixels, sizeSignals } from './size-signals.ts'
import { isVega, type SpecMark, toVega } from './vegaSpec.ts'
import { createView, type HeadlessView } from './view.ts'
import type { Walk } from './walk.ts'
import { type TitleRooms, type Scope as TitleScope, takeLongTitles, titleRooms, wrapTitles } from './wrap-title.ts'

/** A chart that runs, and what is needed to read its marks off it. */
export interface OpenChart {
  spec: Spec
  view: HeadlessView
  fields: FieldCheck
  walk: Omit<Walk, 'chart'>
  /** Where it stands in its frame; undefined for a chart that is drawn for the whole frame. */
  area?: PlotArea
  /** Its parts cannot be given other sizes. */
  isWhole: boolean
  /** Its long titles are left out. */
  isUntitled: boolean
  /** What it goes through, where a timer drives it. */
  times?: ChartTimes
  /** What runs at view time, where that was asked for: with everything that happens on events. */
  live?: LiveSpec
}

/** A specification and the configuration below it, both before Vega has seen them. */
export interface LiveSpec {
  spec: Spec
  config?: VegaConfig | undefined
}

/** The values of time that a chart has, in order, and how long each is shown, in ms. */
export interface ChartTimes {
  field: string
  values: readonly unknown[]
  step: number
  whole?: number
}

/** What a chart is opened with. */
export interface Opening extends Listener {
  files?: DataFiles
  /** Where it stands in its frame, unless it is drawn for the whole frame. */
  area: PlotArea
  /** Rows for its named data sets. */
  data?: Readonly<Record<string, readonly object[]>>
  /** Whether it is to run at view time, too. */
  isLive?: boolean
}

/** Opens a chart for a frame: as it is if it is drawn for exactly that frame, else in the deck's look and at the size of its area. */
export function openForFrame(chart: ChartSpec, frame: Frame, opening: Opening): OpenChart | undefined {
  // What is no chart is told where charts are checked.
  if (typeof chart !== 'object' || chart === null || isDrawnFor(chart, frame)) return openChart(chart, opening)
  const { area } = opening
  return openInArea(chart, area, opening, isVega(chart) || isInPixels(chart))
}

/**
 * Opens a chart at its own size, in Vega's look or another below its own; one that a timer drives shows its first value. In another look
 * titles have as many lines as their room asks for; until that is known, long ones are left out.
 */
export function openChart(
  authored: ChartSpec,
  { report, note, files, data, isLive = false }: Omit<Opening, 'area'>,
  config?: Config,
  rooms?: TitleRooms,
): OpenChart | undefined {
  const { chart, animation } = isVega(authored) ? { chart: authored } : readAnimation(authored)
  const vega = toVega(chart, { report, ...(note && { note }), files, data, config })
  if (!vega) return undefined
  const { spec, marks } = vega
  if (config && !isPaper(spec.background as string | undefined)) blackAsInk(spec.marks as SpecMark[])
  if (config) freeSteps(spec)
  if (config && rooms) wrapTitles(spec as TitleScope, rooms, config)
  const isUntitled = config !== undefined && !rooms && takeLongTitles(spec as TitleScope, config)
  const below = isVega(chart) && config ? vegaLook(config) : undefined
  const live = isLive && { spec: structuredClone(spec), config: below }
  withoutEvents(spec)
  const timed = animation && keepScales(spec, animation)
  const view = createView(spec, (message) => report(logScaleWords(message, chart)), below)
  const fields = createFieldCheck(chart, spec.data)
  const rowsOf = ({ from }: SpecMark) => (from?.data === undefined ? undefined : view.countRows(from.data))
  const infer = createKeyInference(spec, view.firstRow, animation?.field)
  const walk = { specs: marks, report, visit: fields.visit, rowsOf, infer, files }
  const open = { spec, view, fields, isWhole: false, isUntitled, walk, ...(live && { live }) }
  return animation && timed ? { ...open, times: readTimes(open, animation, timed) } : open
}

/** A part of a specification that may have signals. */
interface Scope {
  signals?: { on?: { events: unknown }[] }[]
  marks?: Scope[]
}

/** Takes what happens away from a specification: nobody clicks on a chart that is compiled, and no clock runs. What other signals bring about stays. */
function withoutEvents(scope: Spec | Scope): void {
  const { signals = [], marks = [] } = scope as Scope
  for (const signal of signals) {
    const kept = signal.on?.filter(({ events }) => [events].flat().every(isOfSignals))
    if (kept?.length) signal.on = kept
    else delete signal.on
  }
  for (const mark of marks) withoutEvents(mark)
}

function isOfSignals(events: unknown): boolean {
  return typeof events === 'object' && events !== null && ('signal' in events || 'scale' in events)
}

/** Runs the chart, to see which values of time its rows have. */
function readTimes({ spec, view }: OpenChart, animation: Animation, sets: readonly string[]): ChartTimes {
  view.run({})
  const whole = sets.length > 0 ? sets : (spec.data ?? []).filter((set) => !('source' in set)).map(({ name }) => name)
  const values = frameValues(
    whole.flatMap((name) => [...view.rows(name)]),
    animation,
  )
  view.run({ [FRAME_PARAM]: values[0] })
  const { field, step, whole: all } = animation
  return { field, values, step, ...(all !== undefined && { whole: all }) }
}

/**
 * Its labels lie if they can, and are as large as there is room for. What is enlarged or reduced as a whole gets type that has the right
 * size afterwards.
 */
function openInArea(chart: ChartSpec, area: PlotArea, opening: Opening, isWhole: boolean): OpenChart | undefined {
  const isNarrow = area.width < NARROW
  let [type, isTurned, isThinned, columns] = [isWhole ? USUAL_TYPE : area.type, false, false, isNarrow ? MOST_COLUMNS : 1]
  let rooms: TitleRooms | undefined
  let factors: Factors = { x: 1, y: 1 }
  for (let turn = 0; ; turn++) {
    const look = chartLook(type, { isTurned, isThinned, isNarrow, columns, ...(!isWhole && area) })
    const open = openChart(withoutContainer(chart), opening, look, rooms)
    if (!open) return undefined
    open.view.run({})
    const sizes = isWhole ? [] : sizeSignals(chart, open.spec)
    factors = fitView(open.view, sizes, chart, area, { type, leastStep: isThinned ? 0.5 : LEAST_STEP * type, start: factors })
    if (open.isUntitled) rooms = titleRooms(open.view.root(), area, isWhole ? WIDER : 1)
    const room = roomIn(area, open.view)
    const wanted = isWhole
      ? Math.min(Math.max(area.type / room, USUAL_TYPE * LEAST), USUAL_TYPE * MOST)
      : Math.max(area.least, Math.floor(type * Math.min(room + HARDLY, 1)))
    const wanting = legendColumns(open.view, area, isWhole, columns)
    const isLong = wanting !== columns
    const isThick = !isThinned && !isLong && type <= area.least && room < TINY && sizes.some(({ name }) => name.endsWith('_step'))
    if (isThick) opening.note?.(THINNED)
    const isCrowded = !isTurned && hasCrowdedLabels(open.view.root(), scalesOfNames(open.spec))
    const isSized = isWhole ? Math.abs(type / wanted - 1) < NEARLY : wanted >= type
    if (!open.isUntitled && !isLong && !isThick && ((isSized && !isCrowded) || (isWhole && turn > 1)))
      return { ...open, area, isWhole }
    open.view.finalize()
    if (isWhole || !(isCrowded || isLong || isThick)) type = wanted
    isTurned ||= isCrowded
    isThinned ||= isThick
    columns = wanting
  }
}

/** More columns where a legend beside a chart is higher than its area, and fewer where one below it is wider than the chart. */
function legendColumns(view: HeadlessView, area: PlotArea, isWhole: boolean, columns: number): number {
  const root = view.root()
  const [height, width] = [longestLegend(root, ['left', 'right'], 'y'), longestLegend(root, ['top', 'bottom'], 'x')]
  if (width > (isWhole ? WIDER * Number(root.items[0]?.width) : area.width)) return Math.max(columns - 1, 1)
  return isWhole ? columns : Math.max(columns, Math.min(Math.ceil(height / area.height), MOST_COLUMNS))
}

function roomIn(area: PlotArea, view: HeadlessView): number {
  const { width, height } = view.size()
  return Math.min(area.width / width, area.height / height)
}

/** Names are thinned where type would otherwise be smaller than the least by more than this. */
const TINY = 0.8

/** Steps of discrete axes are at least so many times the size of type, so that labels do not overlap, unless these are thinned. */
const LEAST_STEP = 1.15
const THINNED =
  'found more names along an axis than there is room for, of which some are left out; show fewer rows or columns, or those that matter'

/** More columns of a legend leave no room for the chart; on a phone names stand side by side in so many. */
const MOST_COLUMNS = 3

/** Areas narrower than this, in px, have no room beside a chart. */
const NARROW = 450

/** The title of a chart that stands in a wide area, and a legend below it, may be so many times as wide as its plot. */
const WIDER = 1.8

/** What is larger than its area by this part is reduced with its type, and nobody sees it. */
const HARDLY = 0.02

/** How far type may be from its usual size beside marks that have theirs. */
const LEAST = 0.7
const MOST = 1.25
const NEARLY = 0.1

/** The page's own size is not known here: such a chart is as large as any other that says nothing. */
function withoutContainer(chart: ChartSpec): ChartSpec {
  return Object.fromEntries(Object.entries(chart).filter(([, value]) => value !== 'container')) as unknown as ChartSpec
}

function isDrawnFor(chart: ChartSpec, frame: Frame): boolean {
  const { width, height, padding = 5, autosize } = chart as Spec
  const type: unknown = typeof autosize === 'object' ? Reflect.get(autosize, 'type') : autosize
  if (type !== 'none' || typeof width !== 'number' || typeof height !== 'number') return false
  const side = (name: string) => Number(Object(padding)[name] ?? (typeof padding === 'number' ? padding : 0))
  const [around, above] = [side('left') + side('right'), side('top') + side('bottom')]
  return Math.abs(width + around - frame.width) <= 0.5 && Math.abs(height + above - frame.height) <= 0.5
}
