import { setImmediate } from 'node:timers/promises'
import { isChartScene } from '../story/chart-scenes.ts'
import type { Deck } from '../story/deck.ts'
import type { Frame, StageState } from '../story/mark.ts'
import type { DataFiles } from '../story/slide-chart.ts'
import { stagesOf, stateAt, withStates } from '../story/steps.ts'
import { fileOf, type Slide, type Track } from '../story/story.ts'
import type { Diagnostic, Location } from '../util/diagnostic.ts'
import { type CompiledScene, compileScene } from './compile.ts'
import { planMoves } from './move/plan-moves.ts'

const EMPTY: StageState = { name: '', marks: new Map() }

/**
 * Compiles every scene the slides show for a frame, with `compile` if that is given and the data that charts find in `files`, and lines its states up with the slides. What
 * is under way, such as a page on its way to the browser, goes on between two scenes.
 */
export async function compileTrack(
  deck: Deck,
  slides: readonly Slide[],
  frame: Frame,
  compile: typeof compileScene = compileScene,
  files?: DataFiles,
): Promise<{ track: Track; diagnostics: Diagnostic[]; notes: string[] }> {
  const diagnostics: Diagnostic[] = []
  const notes: string[] = []
  const compiled = new Map<string, CompiledScene>()
  const told = slides.flatMap(stagesOf)
  for (const stage of told) {
    const scene = stage && !compiled.has(stage.scene) ? deck.scenes[stage.scene] : undefined
    if (!stage || !scene) continue
    await setImmediate()
    const of = nameFor(slides, stage.scene)
    const done = compile(stage.scene, scene, frame, { ...(files && { files }), label: of.label })
    compiled.set(stage.scene, done)
    const { diagnostics: found, notes: said = [] } = done
    diagnostics.push(...found.map((diagnostic) => ({ ...of.at, ...diagnostic })))
    const file = of.at ? `${of.at.location.file} ` : ''
    notes.push(...said.map((note) => `${file}${of.label} (${frame.id}): ${note}`))
  }
  const states = told.map((stage) => (stage && compiled.get(stage.scene)?.states.get(stage.step)) ?? EMPTY)
  const steps = told.map((stage) => {
    const run = stage && compiled.get(stage.scene)?.runs?.get(stage.step)
    return {
      scene: stage?.scene,
      step: stage && deck.scenes[stage.scene]?.steps.find(({ id }) => id === stage.step),
      ...(run && { run }),
    }
  })
  return { track: bySlide(planMoves({ frame, states }, steps), slides), diagnostics, notes }
}

/** The track of the talk, or, where slides have steps of their own, where each of them comes to with that. */
function bySlide(talk: Track, slides: readonly Slide[]): Track {
  if (talk.states.length === slides.length) return talk
  const numbered = withStates(slides)
  return { frame: talk.frame, states: numbered.map((slide) => talk.states[stateAt(slide)] ?? EMPTY), talk }
}

/** What messages call a chart: by its name, or by the first slide that puts it on the stage. */
function nameFor(slides: readonly Slide[], scene: string): { label: string; at?: { location: Location } } {
  const slide = isChartScene(scene) ? slides.find(({ stage }) => stage?.scene === scene) : undefined
  return slide ? { label: '<Chart>', at: { location: { file: fileOf(slide) } } } : { label: `chart \`${scene}\`` }
}
