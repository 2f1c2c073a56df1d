import embed, { type VisualizationSpec } from 'vega-embed'
import { expressionInterpreter } from 'vega-interpreter'
import type { VegaChart } from './explorer-data.ts'
import { findPointed } from './find-pointed.ts'
import { PatientView } from './patient-view.ts'
import type { Chart, DrawChart } from './start-explorer.ts'
import { createTooltip } from './tooltip.ts'

/*
 * The script of the chart to explore, with Vega in it. The page asks for it when the chart is near, takes the one function it
 * leaves and keeps it to itself.
 */

/** `usermeta` could override every option given here, so it is left out. */
const { usermeta: _, ...spec } = window.countdownChart ?? {}
delete window.countdownChart

const draw: DrawChart = async (host) => {
  const tooltip = createTooltip(host)
  const picture = document.createElement('div')
  host.append(picture, tooltip.element)
  let chosen = ''
  const { view } = await embed(picture, spec as VisualizationSpec, {
    mode: 'vega',
    ast: true,
    expr: expressionInterpreter,
    renderer: 'svg',
    viewClass: PatientView,
    defaultStyle: false,
    actions: false,
    hover: false,
    tooltip: (_handler, _event, item, value) => {
      const id = value ? (item as Item).datum?.id : undefined
      point(typeof id === 'string' ? id : chosen)
    },
  })
  const svg = picture.querySelector('svg')
  makeReadable(picture)

  /** The mark's colour follows at the next frame, the words at once. */
  function point(id: string): void {
    const item = id ? findPointed(view.scenegraph(), id) : undefined
    tooltip.show(item, (svg?.clientWidth || view.width()) / view.width())
    if (view.signal('focus') !== id) void view.signal('focus', id).runAsync()
  }

  return {
    async set({ name, focus, ...signals }) {
      chosen = focus
      for (const [signal, value] of Object.entries({ ...signals, focus })) view.signal(signal, value)
      await view.runAsync()
      svg?.setAttribute('role', 'img')
      svg?.setAttribute('aria-label', name)
      point(focus)
    },
  } satisfies Chart
}

/** Vega names the element around the picture and every mark in it; the page names the picture alone. */
function makeReadable(picture: HTMLElement): void {
  for (const attribute of ['role', 'aria-roledescription', 'aria-label']) picture.removeAttribute(attribute)
}

declare global {
  interface Window {
    /** The chart that the build has put before this script. */
    countdownChart?: VegaChart
  }
}

interface Item {
  datum?: { id?: unknown }
}

window.countdownDrawChart = draw
