import type { Frame, StageState } from '../story/mark.ts'
import type { ChartSpec, DataFiles } from '../story/slide-chart.ts'
import { withTimeout } from '../util/with-timeout.ts'
import { inNamedFamilies } from './measure-text.ts'
import { openChart } from './open-chart.ts'
import { walkScene } from './walk.ts'

/** A chart as Vega itself would show it. */
export interface OwnSize {
  frame: Frame
  state: StageState
  /** Colour of its paper. */
  background?: string
}

/** Draws a chart at its own size, in Vega's own look and in the fonts that it names. Mistakes go to `report`, in words that follow the chart's name. */
export function drawOwnSize(
  name: string,
  chart: ChartSpec,
  { report, files }: { report(message: string): void; files?: DataFiles },
): OwnSize | undefined {
  const draw = (): OwnSize | undefined => {
    const open = openChart(chart, { report, ...(files && { files }) })
    if (!open) return undefined
    const { view, walk, fields } = open
    view.run({})
    const marks = walkScene(view.root(), view.origin(), { ...walk, chart: name, note: () => {} })
    for (const diagnostic of fields.diagnostics()) report(diagnostic)
    const { width, height } = view.size()
    const background = view.background()
    view.finalize()
    return {
      frame: { id: 'own', width: Math.ceil(width), height: Math.ceil(height) },
      state: { name, marks },
      ...(background !== undefined && { background }),
    }
  }
  return withTimeout(() => inNamedFamilies(draw))
}
