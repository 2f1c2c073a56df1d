import type { Notation } from '../../motion/notation.ts'
import { picture } from '../../motion/seek.ts'
import { paceOf } from '../../motion/tween.ts'
import type { Move, StageState } from '../../story/mark.ts'
import type { createJoin } from './join.ts'
import { createTransition, cut, type Transition } from './transition.ts'

/** Plays moves, one at a time, each from what the nodes are or are on their way to; without any motion where `mustCut` says so. */
export function createPlayback(join: ReturnType<typeof createJoin>, mustCut: () => boolean) {
  const { start: startStage, stop, ...move } = createMove()
  let standing: StageState = { name: '', marks: new Map() }
  return {
    ...move,
    get standing() {
      return standing
    },
    finish() {
      while (move.isRunning()) stop()
    },
    /** Goes through the pictures of a move, one stage after the other. */
    play(played: Move, state: StageState, notation: Notation) {
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
        startStage(transition, mustCut() ? 0 : duration, () => {
          if (pace === 'held') enter(cut)
          start(stage + 1)
        })
      }
      const end = () => {
        const transition = createTransition(notation)
        join.leave(state, transition)
        startStage(transition, 0, () => {
          standing = state
          join.show(picture(state))
        })
      }
      if (keyframes[0]) join.begin(keyframes[0])
      start(0)
    },
  }
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
