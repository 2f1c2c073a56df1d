import { generalMove } from '../../motion/general-move.ts'
import { createSeekable, picture, seen } from '../../motion/seek.ts'
import { createReader } from '../../motion/track/decode-track.ts'
import type { EncodedTrack } from '../../motion/track/format.ts'
import { paceOf } from '../../motion/tween.ts'
import type { Move, StageState } from '../../story/mark.ts'
import { createJoin } from './join.ts'
import { svgNode } from './mark-node.ts'
import { createTransition, cut, type Transition } from './transition.ts'

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
  const move = createMove()
  const join = createJoin(svg)
  /** What the nodes are, or are on their way to. */
  let standing: StageState = { name: '', marks: new Map() }
  let shown: StageState | undefined
  let shownIndex = 0
  /** The move to what may be shown next, where nobody planned it. */
  let prepared: { from: StageState; to: StageState; next: Move } | undefined
  let motion = true

  const finish = () => {
    while (move.isRunning()) move.stop()
  }
  const mustCut = () => reduced.matches || document.hidden || !motion
  const cutIfNeeded = () => {
    if (mustCut()) finish()
  }
  reduced.addEventListener('change', cutIfNeeded)
  document.addEventListener('visibilitychange', cutIfNeeded)

  /** The planned move between two neighbours, in either direction. */
  const plannedMove = (from: number, to: number): Move | undefined =>
    to === from + 1 ? reader.move(to) : to === from - 1 ? reversed(reader.move(from)) : undefined

  /** Goes through the pictures of a move, one stage after the other. */
  const play = (played: Move, state: StageState) => {
    const { keyframes, durations, timing } = played
    const start = (stage: number) => {
      const [from, to, duration] = [keyframes[stage], keyframes[stage + 1], durations[stage]]
      if (!from || !to || duration === undefined) return end()
      const pace = paceOf(played, stage)
      const transition = duration === 0 ? cut : createTransition(notation, pace)
      const enter = (by: Transition) => {
        standing = to
        join.enter(from, to, timing, by)
      }
      // A frame after the slide's, which lays out a page.
      if (pace !== 'held') transition.later(() => enter(transition))
      move.start(transition, mustCut() ? 0 : duration, () => {
        if (pace === 'held') enter(cut)
        start(stage + 1)
      })
    }
    const end = () => {
      const transition = createTransition(notation)
      join.leave(state, transition)
      move.start(transition, 0, () => {
        standing = state
        join.show(picture(state))
      })
    }
    if (keyframes[0]) join.begin(keyframes[0])
    start(0)
  }

  return {
    show(index, { animate = true } = {}) {
      const state = reader.state(index)
      if (state !== shown) {
        const isPlanned = animate && shown !== undefined && !mustCut() && !move.isRunning()
        const planned = isPlanned ? plannedMove(shownIndex, index) : undefined
        const known = shown && prepared?.from === standing && prepared.to === state ? prepared.next : undefined
        const next = planned ?? known ?? generalMove(standing, state, shown ? undefined : 0)
        move.cancel()
        nameStage(svg, state)
        shown = state
        shownIndex = index
        play(next, state)
      }
      if (!animate || document.hidden) finish()
    },
    *prepare(index) {
      const to = reader.state(index)
      let next = reader.move(index)
      yield
      if (!next && index === shownIndex + 1) {
        next = generalMove(standing, to)
        prepared = { from: standing, to, next }
      }
      for (const { marks } of [...(next?.keyframes ?? []), to]) {
        yield
        let count = 0
        for (const mark of marks.values()) {
          seen(mark)
          if (++count % PIECE === 0) yield
        }
      }
    },
    move(from, to) {
      const [before, after] = [reader.state(from), reader.state(to)]
      const planned = plannedMove(from, to) ?? generalMove(before, after)
      const seekable = createSeekable(before, after, before === after ? STILL : planned, notation)
      return {
        duration: seekable.duration,
        stages: seekable.stages,
        seek(ms) {
          finish()
          shown = undefined
          join.show(seekable.at(ms))
        },
      }
    },
    settled: () => move.settled(),
    get motion() {
      return motion
    },
    set motion(value) {
      motion = value
      cutIfNeeded()
    },
    load(next) {
      finish()
      svg.setAttribute('viewBox', viewBoxOf(next))
      reader = createReader(next)
      notation = next.notation
    },
    destroy() {
      finish()
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

/** What has gone by does not go by again. */
function reversed(move: Move | undefined): Move | undefined {
  return move?.run ? undefined : move && { keyframes: move.keyframes.toReversed(), durations: move.durations.toReversed() }
}

/** The one loop of animation frames. */
function createMove() {
  let transition: Transition | undefined
  let whenOver = () => {}
  let frame = 0
  /** When the last stage ended, for the next one to begin right then. */
  let ended: number | undefined
  const waiting: (() => void)[] = []

  const cancel = () => {
    cancelAnimationFrame(frame)
    transition = undefined
  }
  const stop = () => {
    transition?.finish()
    cancel()
    whenOver()
    // What is over may be one stage of several.
    if (!transition) for (const resolve of waiting.splice(0)) resolve()
  }
  return {
    cancel,
    stop,
    isRunning: () => transition !== undefined,
    start(next: Transition, duration: number, over: () => void) {
      transition = next
      whenOver = over
      let start = ended
      const draw = (now: number) => {
        start ??= now
        const time = duration === 0 ? 1 : Math.min((now - start) / duration, 1)
        // Where much has to come, it takes a few frames more, none of them long.
        if (next.isEmpty || (time === 1 && !next.isBusy)) {
          ended = start + duration
          stop()
          ended = undefined
          return
        }
        next.draw(time)
        frame = requestAnimationFrame(draw)
      }
      // Without motion, what fits into a frame is there at once.
      if (duration === 0) next.draw(1)
      if (next.isEmpty || (duration === 0 && !next.isBusy)) stop()
      else frame = requestAnimationFrame(draw)
    },
    settled: (): Promise<void> => (transition ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
  }
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
