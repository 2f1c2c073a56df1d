import type { Late } from '../ui/late.ts'
import { loadScript } from '../ui/load-script.ts'

/** The second script of the deck, asked for when the first slide is on screen. Rejects when it cannot be had. */
export async function loadLate(src: string): Promise<Late> {
  await afterPaint()
  await loadScript(src)
  const late = window.countdownLate
  if (!late) throw new Error(`${src} left nothing`)
  delete window.countdownLate
  return late
}

/** The first slide goes first. A page that opens hidden has no frames to wait for. */
function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, 300)
  })
}
