import { firstFrame } from '../ui/idle.ts'
import type { Late } from '../ui/late.ts'
import { loadScript } from '../ui/load-script.ts'

/** The second script of the deck, asked for when the first slide is on screen. Rejects when it cannot be had. */
export async function loadLate(src: string): Promise<Late> {
  // The first slide goes first.
  await firstFrame()
  await new Promise((resolve) => setTimeout(resolve))
  await loadScript(src)
  const late = window.countdownLate
  if (!late) throw new Error(`${src} left nothing`)
  delete window.countdownLate
  return late
}
