import { stillSvg } from '../../motion/still.ts'
import { createReader } from '../../motion/track/decode-track.ts'
import type { EncodedTrack } from '../../motion/track/format.ts'

type Still = (index: number) => string

let draw: Still | undefined
let drawn: EncodedTrack | undefined

/** The stage of a slide as the markup of a still picture, for thumbnails; nothing while the keyframes are still under way. */
export function drawStill(index: number): string {
  if (drawn !== window.countdownTrack) draw = createStills()
  return draw?.(index) ?? ''
}

function createStills(): Still | undefined {
  const track = window.countdownTrack
  drawn = track
  if (!track) return undefined
  const { state } = createReader(track)
  return (index) => stillSvg(state(index), track.frame, { id: `still-${index}`, hidden: true })
}
