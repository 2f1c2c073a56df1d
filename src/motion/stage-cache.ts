import { isChartScene } from '../story/chart-scenes.ts'
import type { Scene } from '../story/deck.ts'
import type { ChartSpec } from '../story/slide-chart.ts'
import type { Track } from '../story/story.ts'
import { withTimeout } from '../util/with-timeout.ts'
import { type CompiledScene, compileScene, type SceneOptions } from './compile.ts'

/** The scenes and tracks as they were last compiled; what is the same by value is not compiled again. */
export interface StageMemory {
  /** Compiles a scene, unless its chart and steps are what they were for this frame. `shared` as in LoadedDeck. */
  compile(shared: string | undefined): typeof compileScene
  /** The track itself, or the last one of its frame when that has the very same states. */
  recall(track: Track): Track
  /** Forgets all scenes but these: a chart of a slide has another name whenever it is another chart. */
  keep(names: readonly string[]): void
}

interface Remembered {
  name: string
  shared: string | undefined
  /** Of the files that charts name. */
  stamp: string
  /** Chart and steps as JSON, which is all they are; Vega writes into the rows it is given, so the objects themselves are spoilt. */
  json: string
  compiled: CompiledScene
}

/** Starts an empty memory; it holds one compiled scene for each name and frame. */
export function createStageMemory(): StageMemory {
  const scenes = new Map<string, Remembered>()
  const tracks = new Map<string, Track>()
  return {
    compile:
      (shared) =>
      (name, scene, frame, options = {}) => {
        const key = `${name} ${frame.id}`
        const known = scenes.get(key)
        // What the chart is made from has not changed, so it need not even be drawn up.
        if (known && shared !== undefined && known.shared === shared && known.stamp === stampOf(options) && !isChartScene(name))
          return known.compiled
        let spec: ChartSpec
        try {
          spec = withTimeout(() => scene.spec(frame))
        } catch (error) {
          // What a chart throws is for the compiler to tell.
          const spec = () => {
            throw error
          }
          return compileScene(name, { spec, steps: scene.steps }, frame, options)
        }
        const json = inJson(spec, scene)
        const isSame = json !== undefined && known?.json === json && known.stamp === stampOf(options)
        const compiled = isSame ? known.compiled : compileScene(name, { ...scene, spec: () => spec }, frame, options)
        // What was wrong may be something that JSON does not tell.
        if (json !== undefined && compiled.diagnostics.length === 0)
          scenes.set(key, { name, shared, stamp: stampOf(options), json, compiled })
        else scenes.delete(key)
        return compiled
      },
    recall(track) {
      const known = tracks.get(track.frame.id)
      if (known && isSame(known, track) && isSame(known.talk ?? known, track.talk ?? track)) return known
      tracks.set(track.frame.id, track)
      return track
    },
    keep(names) {
      const kept = new Set(names)
      for (const [key, { name }] of scenes) if (!kept.has(name)) scenes.delete(key)
    },
  }
}

function isSame(a: Track, b: Track): boolean {
  return a.states.length === b.states.length && a.states.every((state, index) => state === b.states[index])
}

function stampOf({ files }: SceneOptions): string {
  return files?.stamp() ?? ''
}

/** Undefined for what holds itself. */
function inJson(spec: ChartSpec, { steps, data, isBeside }: Scene): string | undefined {
  try {
    return JSON.stringify([spec, steps, data, isBeside], toldApart)
  } catch {
    return undefined
  }
}

/** JSON has one word, null, for all that is no number, and none for large integers; a chart is told what is wrong with each. */
function toldApart(_: string, value: unknown): unknown {
  const isStrange = typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value)) || value === undefined
  return isStrange ? `${typeof value} ${String(value)}` : value
}
