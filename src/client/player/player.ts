import { generalMove } from '../../motion/general-move.ts'
import { createSeekable, seen } from '../../motion/seek.ts'
import { createReader, type TrackReader } from '../../motion/track/decode-track.ts'
import type { EncodedTrack } from '../../motion/track/format.ts'
import type { Move, StageState } from '../../story/mark.ts'
import { createJoin } from './join.ts'
import { svgNode } from './mark-node.ts'
import { createPlayback } from './playback.ts'

/** The stage of a page: one `<svg>` that moves from any step to any other. What it shows depends on the step alone. */
export interface Stage {
  /** Shows a state of the track, from whatever is on the stage now. Throws RangeError when there is no such state. */
  show(index: number, options?: { animate?: boolean }): void
  /** Unpacks a state that may be shown later, and the move into it, in pieces with a pause after each. Throws RangeError when there is no such state. */
  prepare(index: number): Iterable<unknown>
  /** Resolves when nothing moves any more. */
  settled(): Promise<void>
  /** Whether steps are animated; the reader's wish for reduced motion goes before. */
  motion: boolean
  /** The move between two states, to be looked at at any time of it. Throws RangeError when there is no such state. */
  move(from: number, to: number): StageMove
  /** Takes another track, for example of another size; what is on the stage stays until the next `show`. */
  load(track: EncodedTrack): void
  /** Takes the stage away. */
  destroy(): void
}

/** A move of the stage as a function of time. */
export interface StageMove {
  /** Of the whole move, in ms. */
  readonly duration: number
  /** How long each stage takes, in ms. */
  readonly stages: readonly number[]
  /** Draws the stage at a time of the move, in ms from its start, and nothing else; it stays so until the next step is shown. */
  seek(ms: number): void
}

/** Puts a stage into a host, in the place of a still that is already there. Nothing is drawn before the first `show`. */
export function createStage(host: HTMLElement, track: EncodedTrack): Stage {
  const svg = adoptSvg(host, track)
  let reader = createReader(track)
  let notation = track.notation
  const reduced = matchMedia('(prefers-reduced-motion: reduce)')
  const mustCut = () => reduced.matches || document.hidden || !motion
  const join = createJoin(svg)
  const playback = createPlayback(join, mustCut)
  let shown: StageState | undefined
  let shownIndex = 0
  /** The move to what may be shown next, where nobody planned it. */
  let prepared: { from: StageState; to: StageState; next: Move } | undefined
  let motion = true

  const cutIfNeeded = () => mustCut() && playback.finish()
  reduced.addEventListener('change', cutIfNeeded)
  document.addEventListener('visibilitychange', cutIfNeeded)

  return {
    show(index, { animate = true } = {}) {
      const state = reader.state(index)
      if (state !== shown) {
        const isPlanned = animate && shown !== undefined && !mustCut() && !playback.isRunning()
        const planned = isPlanned ? plannedMove(reader, shownIndex, index) : undefined
        const known = shown && prepared?.from === playback.standing && prepared.to === state ? prepared.next : undefined
        const next = planned ?? known ?? generalMove(playback.standing, state, shown ? undefined : 0)
        playback.cancel()
        nameStage(svg, state)
        shown = state
        shownIndex = index
        playback.play(next, state, notation)
      }
      if (!animate || document.hidden) playback.finish()
    },
    *prepare(index) {
      const to = reader.state(index)
      let next = reader.move(index)
      yield
      if (!next && index === shownIndex + 1) {
        const from = playback.standing
        next = generalMove(from, to)
        prepared = { from, to, next }
      }
      yield* unpack([...(next?.keyframes ?? []), to])
    },
    move(from, to) {
      const [before, after] = [reader.state(from), reader.state(to)]
      const planned = plannedMove(reader, from, to) ?? generalMove(before, after)
      const { duration, stages, at } = createSeekable(before, after, before === after ? STILL : planned, notation)
      return {
        duration,
        stages,
        seek(ms) {
          playback.finish()
          shown = undefined
          join.show(at(ms))
        },
      }
    },
    settled: playback.settled,
    get motion() {
      return motion
    },
    set motion(value) {
      motion = value
      cutIfNeeded()
    },
    load(next) {
      playback.finish()
      svg.setAttribute('viewBox', viewBoxOf(next))
      reader = createReader(next)
      notation = next.notation
    },
    destroy() {
      playback.finish()
      reduced.removeEventListener('change', cutIfNeeded)
      document.removeEventListener('visibilitychange', cutIfNeeded)
      svg.remove()
    },
  }
}

/** Marks that are unpacked at one go. */
const PIECE = 150

/** The move from a state to itself. */
const STILL: Move = { keyframes: [], durations: [] }

/** Makes the elements' values of states, in pieces. */
function* unpack(states: readonly StageState[]): Iterable<unknown> {
  for (const { marks } of states) {
    let count = 0
    for (const mark of marks.values()) {
      if (count++ % PIECE === 0) yield
      seen(mark)
    }
  }
}

/** The planned move between two neighbours, in either direction. */
function plannedMove(reader: TrackReader, from: number, to: number): Move | undefined {
  return to === from + 1 ? reader.move(to) : to === from - 1 ? reversed(reader.move(from)) : undefined
}

/** What has gone by does not go by again. */
function reversed(move: Move | undefined): Move | undefined {
  return move?.run ? undefined : move && { keyframes: move.keyframes.toReversed(), durations: move.durations.toReversed() }
}

function adoptSvg(host: HTMLElement, track: EncodedTrack): SVGElement {
  const svg = host.querySelector<SVGElement>('svg') ?? svgNode('svg')
  svg.setAttribute('viewBox', viewBoxOf(track))
  if (!svg.parentNode) host.append(svg)
  return svg
}

function viewBoxOf({ frame }: EncodedTrack): string {
  return `0 0 ${frame.width} ${frame.height}`
}

/** An empty stage is no picture. */
function nameStage(svg: SVGElement, { name, marks }: StageState): void {
  const isEmpty = marks.size === 0
  svg.setAttribute('role', isEmpty ? 'presentation' : 'img')
  if (isEmpty) svg.removeAttribute('aria-label')
  else svg.setAttribute('aria-label', name)
}
