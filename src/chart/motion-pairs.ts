import { join } from 'node:path'
import { createFolderFiles } from '../load/folder-files.ts'
import { compileScene } from '../motion/compile.ts'
import type { Side } from '../motion/move/match.ts'
import { planMove } from '../motion/move/plan-move.ts'
import { originsOf } from '../motion/move/sources.ts'
import { notationOf } from '../motion/notation.ts'
import { createSeekable } from '../motion/seek.ts'
import { frames } from '../story/frames.ts'
import type { ChartSpec, DataFiles } from '../story/slide-chart.ts'
import { InputError, UsageError } from '../util/diagnostic.ts'
import { namesIn } from '../util/files.ts'
import { MEASURES, type Measures, measureMove } from './measure/measure-move.ts'
import { createSubject } from './measure/subject.ts'
import { readSpec } from './read-spec.ts'

/** What `motion-pairs` is asked for; paths as given. */
export interface MotionPairsOptions {
  folder: string
  /** Where data that charts name by address are; the folder of the pairs unless given. */
  data?: string
}

/** Two charts, and the fields that tell their rows apart, where somebody said so. */
export interface Pair {
  name: string
  start: ChartSpec
  end: ChartSpec
  keys?: readonly string[]
}

/** The part of the pairs that must move well. */
const ENOUGH = 0.95

/** How many faults of a pair are told. */
const MOST_TOLD = 3

/** Measures the move of every pair of a folder, and tells a line for each. Throws InputError when too few move well. */
export async function motionPairs({ folder, data = folder }: MotionPairsOptions, tell: (line: string) => void): Promise<void> {
  const names = namesIn(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
  if (names.length === 0)
    throw new UsageError(`motion-pairs: found no .json file in ${folder}, expected pairs such as {"name", "start", "end"}`)
  const files = createFolderFiles([data], data)
  const good = names.filter((name) => reportPair(join(folder, name), files, tell)).length
  tell(`${good} of ${names.length} pairs move well`)
  if (good < ENOUGH * names.length)
    throw new InputError([
      { message: `found ${good} of ${names.length} pairs that move well, expected at least ${100 * ENOUGH} %` },
    ])
}

function reportPair(path: string, files: DataFiles, tell: (line: string) => void): boolean {
  try {
    const pair = readSpec(path).spec as unknown as Partial<Pair>
    if (!pair.start || !pair.end) throw new Error('found no `start` and `end`, expected two charts')
    const sides = [sideOf('start', pair.start, files), sideOf('end', pair.end, files)] as const
    const { measures, stages } = measureSides(...sides, pair.keys)
    tell(
      `${pair.name ?? path}: ${stages.length === 0 ? 'no move' : `${stages.join(' + ')} ms`}, ${MEASURES.map((name) => said(name, measures, pair)).join(', ')}`,
    )
    for (const name of MEASURES) for (const fault of measures[name].slice(0, MOST_TOLD)) tell(`  ${name}: ${fault}`)
    return MEASURES.every((name) => measures[name].length === 0)
  } catch (error) {
    tell(`${path}: ${error instanceof Error ? error.message : String(error)}`)
    return false
  }
}

function said(name: (typeof MEASURES)[number], measures: Measures, { keys }: Partial<Pair>): string {
  if (name === 'keys' && !keys) return 'keys not stated'
  return `${name} ${measures[name].length === 0 ? 'yes' : `no (${measures[name].length})`}`
}

/** Plans the move between two compiled charts, and measures it. */
export function measureSides(
  a: Side,
  b: Side,
  keys?: readonly string[],
  plan: typeof planMove = planMove,
): { measures: Measures; stages: readonly number[] } {
  const { move, after, renamed } = plan(a, b, { frame: frames.wide })
  const seekable = createSeekable(a.state, after, move, notationOf('en'))
  return { measures: measureMove(createSubject(a, b, seekable, renamed), keys), stages: move.durations }
}

/** A chart on a slide, compiled. Throws Error with all that is wrong with it. */
export function sideOf(name: string, spec: ChartSpec, files: DataFiles): Side {
  const scene = { spec: () => spec, steps: [{ id: 'chart', params: {}, name }] }
  const { states, diagnostics } = compileScene(name, scene, frames.wide, { files, isStill: true })
  const state = states.get('chart')
  const origins = state && originsOf(state)
  if (!state || !origins || diagnostics.length > 0)
    throw new Error(diagnostics.map(({ message }) => message).join('; ') || `${name} is empty`)
  return { state, ...origins }
}
