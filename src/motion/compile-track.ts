import { setImmediate } from 'node:timers/promises'
import type { Deck } from '../story/deck.ts'
import type { Frame, StageState } from '../story/mark.ts'
import type { Slide, Track } from '../story/story.ts'
import type { Problem } from '../util/diagnostic.ts'
import { compileScene } from './compile.ts'
import { planMoves } from './move/plan-moves.ts'

const EMPTY: StageState = { name: '', marks: new Map() }

/**
 * Compiles every scene the slides show for a frame, with `compile` if that is given, and lines its states up with the slides. What
 * is under way, such as a page on its way to the browser, goes on between two scenes.
 */
export async function compileTrack(
  deck: Deck,
  slides: readonly Slide[],
  frame: Frame,
  compile: typeof compileScene = compileScene,
): Promise<{ track: Track; problems: Problem[] }> {
  const problems: Problem[] = []
  const compiled = new Map<string, ReadonlyMap<string, StageState>>()
  for (const { stage } of slides) {
    const scene = stage && !compiled.has(stage.scene) ? deck.scenes[stage.scene] : undefined
    if (!stage || !scene) continue
    await setImmediate()
    const { states, problems: found } = compile(stage.scene, scene, frame)
    compiled.set(stage.scene, states)
    problems.push(...found)
  }
  const states = slides.map(({ stage }) => (stage && compiled.get(stage.scene)?.get(stage.step)) ?? EMPTY)
  const steps = slides.map(({ stage }) => ({
    scene: stage?.scene,
    step: stage && deck.scenes[stage.scene]?.steps.find(({ id }) => id === stage.step),
  }))
  return { track: planMoves({ frame, states }, steps), problems }
}
