import type { ChartSpec } from '../story/chart-spec.ts'
import type { Scene } from '../story/deck.ts'
import type { Frame } from '../story/mark.ts'
import { begin, type CompiledScene, compileScene } from './compile.ts'

/** The scenes as they were last compiled; what is the same by value is not compiled again. */
export interface StageMemory {
  /** Compiles a scene, unless its chart and steps are what they were for this frame. `shared` as in LoadedDeck. */
  compile(shared: string | undefined): typeof compileScene
}

interface Remembered {
  shared: string | undefined
  /** Chart and steps as JSON, which is all they are; Vega writes into the rows it is given, so the objects themselves are spoilt. */
  json: string
  compiled: CompiledScene
}

/** Starts an empty memory; it holds one compiled scene for each name and frame. */
export function createStageMemory(): StageMemory {
  const scenes = new Map<string, Remembered>()
  return {
    compile: (shared) => (name, scene, frame) => {
      const key = `${name} ${frame.id}`
      const known = scenes.get(key)
      // What the chart is made from has not changed, so it need not even be drawn up.
      if (known && shared !== undefined && known.shared === shared) return known.compiled
      const drawn = draw(name, scene, frame)
      if ('error' in drawn) return compileScene(name, { spec: () => raise(drawn.error), steps: scene.steps }, frame)
      const { spec } = drawn
      const json = inJson(spec, scene)
      const isSame = json !== undefined && known?.json === json
      const compiled = isSame ? known.compiled : compileScene(name, { spec: () => spec, steps: scene.steps }, frame)
      // What was wrong may be something that JSON does not tell.
      if (json !== undefined && compiled.problems.length === 0) scenes.set(key, { shared, json, compiled })
      else scenes.delete(key)
      return compiled
    },
  }
}

/** Undefined for what holds itself. */
function inJson(spec: ChartSpec, { steps }: Scene): string | undefined {
  try {
    return JSON.stringify([spec, steps], toldApart)
  } catch {
    return undefined
  }
}

/** JSON has one word, null, for all that is no number, and none for large integers; a chart is told what is wrong with each. */
function toldApart(_: string, value: unknown): unknown {
  const isStrange = typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value)) || value === undefined
  return isStrange ? `${typeof value} ${String(value)}` : value
}

/** What a chart throws is for the compiler to tell. */
function draw(name: string, scene: Scene, frame: Frame): { spec: ChartSpec } | { error: unknown } {
  begin(name, frame)
  try {
    return { spec: scene.spec(frame) }
  } catch (error) {
    return { error }
  }
}

function raise(error: unknown): never {
  throw error
}
