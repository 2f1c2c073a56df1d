import { idle } from '../ui/idle.ts'
import { loadKeyframes } from './keyframes.ts'
import type { createStage, Stage } from './player.ts'

/**
 * Drives the stage by the slide's position alone, from before its keyframes have arrived. These come by their own script, and
 * `player` by another, after the
 * first slide is on screen; `ready` rejects when they cannot be had.
 */
export function createStageDriver(host: HTMLElement, keyframes: string, player: Promise<typeof createStage>) {
  let stage: Stage | undefined
  let current = 0
  let count = 0
  let motion = true
  const ready = player.then(async (create) => {
    const track = await loadKeyframes(keyframes)
    count = track.states.length
    stage = create(host, track)
    stage.motion = motion
    stage.show(current, { animate: false })
    delete host.dataset.waiting
  })
  /** What comes next is unpacked while nothing moves, a little at a time. */
  const prepareNext = async (index: number) => {
    await stage?.settled()
    await idle()
    if (!stage || index !== current || index + 1 >= count) return
    for (const _ of stage.prepare(index + 1)) {
      await idle()
      if (index !== current) return
    }
  }
  return {
    ready,
    show(index: number) {
      if (index !== 0 && !stage) host.dataset.waiting = ''
      current = index
      stage?.show(index, { animate: motion })
      void prepareNext(index)
    },
    settled: async () => stage?.settled(),
    /** As of the stage. Throws Error before the keyframes are there. */
    move(from: number, to: number) {
      if (!stage) throw new Error('the stage is not ready')
      return stage.move(from, to)
    },
    get motion() {
      return motion
    },
    set motion(value) {
      motion = value
      if (stage) stage.motion = value
    },
  }
}
