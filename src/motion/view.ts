import * as vega from 'vega'
import { type Config, expressionFunction, type Loader, parse, type Spec, View } from 'vega'
import { countMessage, MOST_VALUES, sequenceLength } from './check-counts.ts'
import { measureInVega } from './measure-text.ts'
import type { SceneMark } from './scenegraph.ts'
import { createLogger } from './vegaSpec.ts'

/** One chart alive without a screen. */
export interface HeadlessView {
  /** Sets parameters and computes the chart anew, at once, unless all are as they were. */
  run(params: Readonly<Record<string, unknown>>): void
  /** The value of a parameter. */
  signal(name: string): unknown
  /** The scenegraph as last computed. */
  root(): SceneMark
  /** Where the scenegraph's origin lies in the picture, in px. */
  origin(): { x: number; y: number }
  /** Size of the whole picture in px, padding included. */
  size(): { width: number; height: number }
  /** Colour of the paper. */
  background(): string | undefined
  /** Vega's number of the first row of the chart; numbers go on from one chart to the next. */
  firstRow(): number
  /** How many rows a data set of the chart has, undefined when it is made anew for each facet. */
  countRows(dataset: string): number | undefined
  /** The rows of a data set of the chart. */
  rows(dataset: string): readonly object[]
  finalize(): void
}

const refuse = (address: string): Promise<never> =>
  Promise.reject(new Error(`found data from \`${address}\`, expected inline values`))

/** A chart is made from its inline data alone; nothing is read or fetched. */
const refusingLoader: Loader = { load: refuse, sanitize: refuse, http: refuse, file: refuse }

/** What Vega's view knows of its size without telling. */
interface ViewSize {
  _viewWidth: number
  _viewHeight: number
}

/** What the type declarations of Vega leave out. */
const { ingest, randomLCG, setRandom, tupleid } = vega as unknown as {
  ingest(row: object): object
  randomLCG(seed: number): () => number
  setRandom(random: () => number): void
  tupleid(row: object): number
}

/** In place of Vega's own, which takes all memory before it comes to an end. */
function sequence(...[first = 0, last, step = 1]: (number | undefined)[]): number[] {
  const [start, stop] = last === undefined ? [0, first] : [first, last]
  const length = sequenceLength(start, stop, step)
  if (length > MOST_VALUES) throw new Error(countMessage('sequence(…)', length))
  return Array.from({ length }, (_, index) => start + index * step)
}
expressionFunction('sequence', sequence)

/** Chance falls the same way for every chart, whatever was drawn before. */
export function seedChance(): void {
  setRandom(randomLCG(1))
}

/** Starts a Vega view without a renderer, in a look below the chart's own. Whatever Vega warns of goes to `report`. */
export function createView(spec: Spec, report: (message: string) => void, config?: Config): HeadlessView {
  measureInVega()
  seedChance()
  const firstRow = tupleid(ingest({}))
  const datasets = new Set((spec.data ?? []).map(({ name }) => name))
  let hasRun = false
  // What triggers change is known a turn later, and the size of all only then.
  const hasTriggers = (spec.data ?? []).some((set) => 'on' in set)
  const view = new View(parse(spec, config), { renderer: 'none', logger: createLogger(report), loader: refusingLoader })
  return {
    run(params) {
      const others = Object.entries(params).filter(([name, value]) => view.signal(name) !== value)
      // What is as it was need not be laid out again.
      if (hasRun && others.length === 0) return
      for (const [name, value] of others) view.signal(name, value)
      view.resize().run()
      if (hasTriggers) view.resize().run()
      hasRun = true
    },
    signal: (name) => view.signal(name),
    root: () => (view.scenegraph() as unknown as { root: SceneMark }).root,
    origin() {
      const [x = 0, y = 0] = view.origin()
      const padding = paddingOf(view)
      return { x: x + padding.left, y: y + padding.top }
    },
    size() {
      const { _viewWidth, _viewHeight } = view as unknown as ViewSize
      const padding = paddingOf(view)
      return { width: _viewWidth + padding.left + padding.right, height: _viewHeight + padding.top + padding.bottom }
    },
    background: () => (view.background() as string | null | undefined) ?? undefined,
    firstRow: () => firstRow,
    countRows: (dataset) => (datasets.has(dataset) ? view.data(dataset).length : undefined),
    rows: (dataset) => (datasets.has(dataset) ? (view.data(dataset) as object[]) : []),
    finalize: () => void view.finalize(),
  }
}

function paddingOf(view: View): { left: number; right: number; top: number; bottom: number } {
  return { left: 0, right: 0, top: 0, bottom: 0, ...(view.padding() as object) }
}
