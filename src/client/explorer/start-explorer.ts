import { find } from '../ui/dom.ts'
import type { Entry } from '../ui/entries.ts'
import { idle, rest } from '../ui/idle.ts'
import { loadScript } from '../ui/load-script.ts'
import { createControls } from './controls.ts'
import type { ExplorerData } from './explorer-data.ts'
import { sortTable } from './sortable.ts'
import { filterRows, idsShown, keyOf, namesById, textsOf } from './table-rows.ts'

/** What the chart's script offers; Vega itself stays inside it. */
export interface Chart {
  /** Resolves when it is drawn. `name` is what the picture is called. */
  set(state: { order: readonly string[]; measure: string; focus: string; name: string }): Promise<void>
}

/** Draws the chart into its place. Resolves when its parts are there. */
export type DrawChart = (host: HTMLElement) => Promise<Chart>

declare global {
  interface Window {
    /** Left by the chart's script. */
    countdownDrawChart?: DrawChart
  }
}

/** The chart is asked for from this many steps away. */
const NEAR = 2

/**
 * The chart to explore, and the controls that sort and filter it together with its table. Returns what must hear of each
 * step. The table is the one truth of order and choice; the chart only follows, and may be missing. It takes a phone a while to
 * make, so it waits until nobody scrolls and all else on the page is `settled`.
 */
export function createExplorer(entries: readonly Entry[], settled: () => Promise<void>): (index: number) => void {
  const data = document.querySelector<HTMLElement>('#explorer-data')?.dataset.explorer
  const place = document.querySelector<HTMLElement>('.explorer')
  const home = entries.findIndex(({ id }) => place?.closest(`[id="${CSS.escape(id)}"]`))
  if (!data || !place || home < 0) return () => undefined
  const offer = startExplorer(place, JSON.parse(data) as ExplorerData, settled)
  return (index) => {
    if (Math.abs(index - home) <= NEAR) offer()
  }
}

/** Returns what asks for the chart as soon as there is room for it. */
function startExplorer(place: HTMLElement, data: ExplorerData, settled: () => Promise<void>): () => void {
  const host = find<HTMLElement>('.explorer-chart', place)
  const table = find<HTMLTableElement>('table[data-sortable]', place)
  let measure = data.measures[0] ?? ''
  let chart: Chart | undefined
  let isAsked = false

  const controls = createControls(find('.explorer-controls', place), data, {
    filters: textsOf(table, data.filter),
    rows: namesById(table),
    chosen(control) {
      if (control === 'sort') sortTable(table, keyOf(table, controls.choice().sort))
      else update()
    },
    reversed: () => sortTable(table, keyOf(table, controls.choice().sort)),
  })
  table.addEventListener('sorted', (event) => {
    const key = (event as CustomEvent<string>).detail
    controls.showSort(key)
    if (data.measures.includes(key)) measure = key
    update()
  })

  function update(): void {
    const { sort, filter, focus } = controls.choice()
    filterRows(table, data.filter, filter)
    const order = idsShown(table)
    const label = (key: string) => data.labels[key] ?? key
    const said: Readonly<Record<string, string | number>> = { measure: label(measure), count: order.length, order: label(sort) }
    const name = data.words.chart.replace(/\{(\w+)\}/g, (place, key: string) => String(said[key] ?? place))
    void chart?.set({ order, measure, focus: order.includes(focus) ? focus : '', name })
  }

  const hasRoom = () => host.clientWidth >= data.width

  async function ask(): Promise<void> {
    if (isAsked || !hasRoom()) return
    isAsked = true
    await rest(settled)
    isAsked = hasRoom()
    if (!isAsked) return
    try {
      await loadScript(data.script)
      await idle(1000)
      const draw = window.countdownDrawChart
      delete window.countdownDrawChart
      chart = await draw?.(host)
      update()
    } catch {
      giveUp()
    }
  }

  /** Leaves the page as it is without script. */
  function giveUp(): void {
    filterRows(table, data.filter, '')
    find('.explorer-controls', place).remove()
    host.remove()
    delete place.dataset.explorable
  }

  place.dataset.explorable = ''
  makeScrollable(find('.explorer-table', place), data.words.table)
  let observer: ResizeObserver | undefined
  return () => {
    if (observer) return
    observer = new ResizeObserver(() => void ask())
    observer.observe(host)
  }
}

/** A table that is higher than its place is moved by keys too. */
function makeScrollable(element: HTMLElement, name: string): void {
  element.tabIndex = 0
  element.role = 'region'
  element.ariaLabel = name
  element.dataset.keys = 'own'
}
