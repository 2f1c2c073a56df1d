import { encodeTrack } from '../../motion/track/encode-track.ts'
import type { Track } from '../../story/story.ts'

const packed = new WeakMap<Track, { lang: string; script: string }>()

/** Keyframes as a classic script, since a page opened from disk may not fetch data. The same track is packed once. */
export function keyframesScript(track: Track, lang: string): string {
  const known = packed.get(track)
  if (known?.lang === lang) return known.script
  const script = `window.countdownTrack=${JSON.stringify(encodeTrack(track.talk ?? track, lang)).replaceAll('<', '\\u003c')}`
  packed.set(track, { lang, script })
  return script
}
