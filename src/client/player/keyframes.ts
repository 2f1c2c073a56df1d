import type { EncodedTrack } from '../../motion/track/format.ts'
import { loadScript } from '../ui/load-script.ts'

declare global {
  interface Window {
    /** Left by the keyframes' script. */
    countdownTrack?: EncodedTrack
  }
}

/** Loads the keyframes by their script, which works from disk too. Rejects when they cannot be had. */
export async function loadKeyframes(src: string): Promise<EncodedTrack> {
  await loadScript(src)
  if (!window.countdownTrack) throw new Error(`${src} holds no keyframes`)
  return window.countdownTrack
}
