import { hash } from 'node:crypto'
import type { Scene } from './deck.ts'
import type { Frame } from './mark.ts'
import type { ChartSpec, SlideChart } from './slide-chart.ts'
import type { Slide } from './story.ts'

/** The name of the scene of a chart: the same for all slides that show it, whatever its parameters are there. */
export function chartSceneName({ specs, data }: SlideChart): string {
  return `chart-${hash('sha256', JSON.stringify([specs, data])).slice(0, 8)}`
}

/** Whether a scene is made of the charts of slides, and not of the deck's own modules. */
export function isChartScene(name: string): boolean {
  return /^chart-[0-9a-f]{8}$/.test(name)
}

/** The scenes of the charts that slides put on the stage; slides with the same chart are its steps. */
export function chartScenes(slides: readonly Slide[]): Record<string, Scene> {
  const shown = slides.flatMap((slide) => (slide.chart ? [{ slide, chart: slide.chart }] : []))
  const byName = Map.groupBy(shown, ({ chart }) => chartSceneName(chart))
  return Object.fromEntries([...byName].map(([name, all]) => [name, sceneOf(all)]))
}

/** The one step of a chart in the text. */
export const INLINE_STEP = 'inline'

/** A chart in the text. */
export function inlineScene(chart: SlideChart): Scene {
  const data = JSON.parse(chart.data) as NonNullable<Scene['data']>
  const { params, name, at } = chart
  const step = { id: INLINE_STEP, params, name, ...(at !== undefined && { at }) }
  return { spec: (frame) => specOf(chart, frame), data, steps: [step] }
}

function sceneOf(shown: readonly { slide: Slide; chart: SlideChart }[]): Scene {
  const [first] = shown
  if (!first) throw new Error('a scene without slides')
  const { chart } = first
  return {
    spec: (frame) => specOf(chart, frame),
    data: JSON.parse(chart.data) as NonNullable<Scene['data']>,
    isBeside: shown.some(({ slide }) => hasTextBeside(slide)),
    steps: shown.flatMap(({ slide, chart: { params, earlier = [], name, at, move } }) => {
      const told = [...earlier.map((before, step) => ({ id: stepId(slide.id, step), params: before })), { id: slide.id, params }]
      return told.map((step, index) => ({ ...(index === 0 && move), ...step, name, ...(at !== undefined && { at }) }))
    }),
  }
}

/** The step of a scene that a slide shows before its last one; no slide has such an id. */
export function stepId(slide: string, step: number): string {
  return `${slide}/${step}`
}

/** A chart's specification for a frame; each call gives another object. */
function specOf({ specs }: SlideChart, { id }: Frame): ChartSpec {
  return JSON.parse(specs[id] ?? specs.all ?? Object.values(specs)[0] ?? '{}') as ChartSpec
}

/** Whether a step of a scene is one that a slide shows. */
export function isStepOf(slide: string, step: string): boolean {
  return step === slide || step.startsWith(`${slide}/`)
}

/** Whether the text of a slide stands beside its stage, and not alone in its headline. */
function hasTextBeside({ layout, record, body }: Slide): boolean {
  return record !== undefined || layout === 'record' || body.children.length > 0
}
