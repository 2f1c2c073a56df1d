import { stillSvg } from '../motion/still.ts'
import { createDecoder } from '../motion/track.ts'

type Still = (index: number) => string

let draw: Still | undefined

/** The stage of a slide as the markup of a still picture, for thumbnails; nothing while the keyframes are still under way. */
export function drawStill(index: number): string {
  draw ??= createStills()
  return draw?.(index) ?? ''
}

function createStills(): Still | undefined {
  const track = window.countdownTrack
  if (!track) return undefined
  const state = createDecoder(track)
  return (index) => stillSvg(state(index), track.frame, { id: `still-${index}`, hidden: true })
}
