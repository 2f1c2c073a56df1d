import type { Scene } from '../story/deck.ts'
import type { Frame, StageState } from '../story/mark.ts'
import type { DataFiles } from '../story/slide-chart.ts'
import type { Diagnostic } from '../util/diagnostic.ts'
import { withTimeout } from '../util/with-timeout.ts'
import { type Opening, openForFrame } from './open-chart.ts'
import { type PlotArea, plotArea } from './plot-area.ts'
import { type Report, type Run, runSteps } from './run-steps.ts'

/** The states of a scene by step id, and the mistakes found in its chart. */
export interface CompiledScene {
  states: Map<string, StageState>
  /** By step id, the values of time that a chart comes through, where a timer drives it. */
  runs?: ReadonlyMap<string, Run>
  diagnostics: Diagnostic[]
  /** What its author should know although it is drawn, in words that follow the chart's name. */
  notes?: string[]
}

/** What a scene is compiled with beside its frame. */
export interface SceneOptions {
  /** How many marks all steps may have together. */
  most?: number
  files?: DataFiles
  /** What messages call the chart; by its name unless given. */
  label?: string
  /** Where a chart stands that is not drawn for the whole frame. */
  area?: PlotArea
  /** Nothing moves: of what a timer drives, the value that a step stops at is enough. */
  isStill?: boolean
}

/** Marks of all steps together: more than these, at four sizes, do not fit the memory of a small machine. */
const MOST_MARKS = 1_000_000

/**
 * Compiles a scene for one frame: its chart is run headless at every step and flattened into marks. A chart that is not drawn for the
 * whole frame is given the sizes with which it fills its area, or is enlarged or reduced as a whole. `name` is the scene's name in the
 * deck. Steps of a chart with mistakes may be missing from the result.
 */
export function compileScene(name: string, scene: Scene, frame: Frame, options: SceneOptions = {}): CompiledScene {
  const diagnostics = new Map<string, Diagnostic>()
  const report: Report = (message, cause) => {
    const at = report.step === undefined ? '' : `, step \`${report.step}\``
    if (!diagnostics.has(message))
      diagnostics.set(message, { message: `${options.label ?? `chart \`${name}\``}${at} (${frame.id}): ${message}`, cause })
  }
  const noted = new Set<string>()
  const note = (message: string) => void noted.add(message)
  let [states, runs] = [new Map<string, StageState>(), new Map<string, Run>()]
  try {
    const chart = withTimeout(() =>
      openForFrame(scene.spec(frame), frame, { ...openingOf(scene, frame, options), report: (message) => report(message), note }),
    )
    const { most = MOST_MARKS, isStill = false } = options
    if (chart) ({ states, runs } = runSteps({ name, scene, chart, report, note, most, isStill }))
  } catch (error) {
    report(error instanceof Error ? error.message : String(error), error)
  }
  return {
    states,
    ...(runs.size > 0 && { runs }),
    diagnostics: [...diagnostics.values()],
    ...(noted.size > 0 && { notes: [...noted] }),
  }
}

/** What a scene's chart is opened with. */
export function openingOf(
  { data, isBeside = true }: Scene,
  frame: Frame,
  { files, area }: SceneOptions,
): Omit<Opening, 'report' | 'note'> {
  return { area: area ?? plotArea(frame, isBeside), ...(files && { files }), ...(data && { data }) }
}
