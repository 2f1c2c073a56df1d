import { type Loader, loader, scheme, Error as TELL_ERRORS } from 'vega'
import embed, { type VisualizationSpec } from 'vega-embed'
import { expressionInterpreter } from 'vega-interpreter'
import { RAMP_NAME, rampColor, SIDES_NAME, sidesColor } from '../../motion/ramps.ts'
import { make } from '../ui/dom.ts'
import type { DrawChart } from './charts-data.ts'
import { keepScale } from './keep-scale.ts'
import { PatientView } from './patient-view.ts'
import { createTooltip } from './tooltip.ts'
import { walkItems } from './walk-items.ts'

/*
 * The script of charts that come alive, with Vega in it. The page asks for it when the first is near, takes the one function it
 * leaves and keeps it to itself.
 */

scheme(RAMP_NAME, rampColor as never)
scheme(SIDES_NAME, sidesColor as never)

const draw: DrawChart = async ({ name, steps = [], runtime, pictures, placing }, layer, inputs, keys) => {
  const picture = make('div')
  picture.ariaHidden = 'true'
  // Arrow keys choose here, and do not turn the slides.
  const chart = make('div', 'live-chart', picture)
  Object.assign(chart, { tabIndex: 0, role: 'application', ariaLabel: name, ariaDescription: keys })
  chart.dataset.keys = 'own'
  chart.style.translate = `${placing.x}px ${placing.y}px`
  chart.style.scale = String(placing.zoom)
  const tooltip = createTooltip(layer)
  layer.append(chart, tooltip.element)
  const { view, finalize } = await embed(picture, inFaces(runtime, layer) as VisualizationSpec, {
    mode: 'vega',
    ast: true,
    expr: expressionInterpreter,
    renderer: 'svg',
    viewClass: PatientView,
    logLevel: TELL_ERRORS,
    defaultStyle: false,
    actions: false,
    bind: inputs,
    loader: loaderOf(pictures) as Loader,
    tooltip: (_handler, event, _item, value) => tooltip.show(value, event as MouseEvent),
  })
  const svg = picture.querySelector('svg')
  if (svg) keepScale(svg)
  walkItems(chart, view.scenegraph(), tooltip)
  // Whoever scrolls past a chart is not held by it; whoever has chosen it is.
  chart.addEventListener('wheel', (event) => chart.contains(document.activeElement) || event.stopPropagation(), { capture: true })
  // It is made as its last step has it.
  let shown = steps.length - 1
  return {
    finalize,
    show(step) {
      const next = Math.min(step, steps.length - 1)
      if (next === shown) return Promise.resolve()
      shown = next
      for (const [param, value] of Object.entries(steps[next] ?? {})) view.signal(param, value)
      return view.runAsync()
    },
  }
}

/** A chart has its data in it, and its pictures beside it; nothing is requested. Links lead where Vega lets them. */
function loaderOf(pictures: Readonly<Record<string, string>>) {
  const vega = loader()
  const refuse = (address: string) => Promise.reject(new Error(`found data from ${address}, expected all of it in the chart`))
  return {
    ...vega,
    load: refuse,
    http: refuse,
    file: refuse,
    sanitize: (address: string, options: Parameters<Loader['sanitize']>[1]) =>
      address in pictures ? Promise.resolve({ href: pictures[address] ?? '' }) : vega.sanitize(address, options),
  }
}

/** Vega measures text on a canvas, which knows no faces of a page by the names of its properties. */
function inFaces(runtime: object, layer: HTMLElement): unknown {
  const style = getComputedStyle(layer)
  const text = JSON.stringify(runtime).replace(/var\((--(?:sans|serif))\)/g, (_, face: string) =>
    JSON.stringify(style.getPropertyValue(face).trim()).slice(1, -1),
  )
  // `usermeta` could override every option that is given here.
  const { usermeta: _, ...spec } = JSON.parse(text)
  return spec
}

window.countdownDrawChart = draw
