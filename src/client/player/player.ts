import { createDecoder, type EncodedTrack } from '../../motion/track.ts'
import type { StageState } from '../../story/mark.ts'
import { createCast } from './join.ts'
import { svgNode } from './mark-node.ts'
import { createTransition, cut, type Transition } from './transition.ts'

/** The stage of a page: one `<svg>` that moves from any step to any other. What it shows depends on the step alone. */
export interface Stage {
  /** Shows a state of the track, from whatever is on the stage now. Throws RangeError when there is no such state. */
  show(index: number, options?: { animate?: boolean }): void
  /** Unpacks a state that may be shown later. */
  prepare(index: number): void
  /** Resolves when nothing moves any more. */
  settled(): Promise<void>
  /** Whether steps are animated; the reader's wish for reduced motion goes before. */
  motion: boolean
  /** Takes another track, for example of another size; what is on the stage stays until the next `show`. */
  load(track: EncodedTrack): void
  /** Takes the stage away. */
  destroy(): void
}

/** Duration of a move in ms unless its state says otherwise. */
const DURATION = 650

/** Puts a stage into a host, in the place of a still that is already there. Nothing is drawn before the first `show`. */
export function createStage(host: HTMLElement, track: EncodedTrack): Stage {
  const svg = adoptSvg(host, track)
  let stateAt = createDecoder(track)
  const reduced = matchMedia('(prefers-reduced-motion: reduce)')
  const move = createMove()
  let cast: ReturnType<typeof createCast> | undefined
  let shown: StageState | undefined
  let motion = true

  const finish = () => {
    move.stop()
    cast?.clear()
  }
  const mustCut = () => reduced.matches || document.hidden || !motion
  const cutIfNeeded = () => {
    if (mustCut()) finish()
  }
  reduced.addEventListener('change', cutIfNeeded)
  document.addEventListener('visibilitychange', cutIfNeeded)

  return {
    show(index, { animate = true } = {}) {
      const state = stateAt(index)
      if (state !== shown) {
        cast ??= createCast(svg)
        const transition = animate && shown && !document.hidden ? createTransition(track.notation) : cut
        move.cancel()
        cast.enter(state, transition)
        nameStage(svg, state)
        shown = state
        move.start(transition, mustCut() ? 0 : (state.duration ?? DURATION), cast.clear)
      }
      if (!animate) finish()
    },
    prepare: (index) => cast?.prepare(stateAt(index)),
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
      stateAt = createDecoder(next)
    },
    destroy() {
      finish()
      reduced.removeEventListener('change', cutIfNeeded)
      document.removeEventListener('visibilitychange', cutIfNeeded)
      svg.remove()
    },
  }
}

/** The one loop of animation frames. */
function createMove() {
  let transition: Transition | undefined
  let whenOver = () => {}
  let frame = 0
  const waiting: (() => void)[] = []

  const cancel = () => {
    cancelAnimationFrame(frame)
    transition = undefined
  }
  const stop = () => {
    transition?.finish()
    cancel()
    whenOver()
    for (const resolve of waiting.splice(0)) resolve()
  }
  return {
    cancel,
    stop,
    start(next: Transition, duration: number, over: () => void) {
      transition = next
      whenOver = over
      let start: number | undefined
      const draw = (now: number) => {
        start ??= now
        const time = duration === 0 ? 1 : Math.min((now - start) / duration, 1)
        // Where much has to come, it takes a few frames more, none of them long.
        if (time === 1 && !next.isBusy) return stop()
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
