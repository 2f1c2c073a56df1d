/** How long, in ms, a kiosk rests when someone has touched it. */
const REST = 60_000

/** Steps by itself, every so many seconds; a touch, a movement or a key gives the deck to whoever is there, for a minute. */
export function createKiosk(seconds: number, step: () => void): { shown(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let touched = Number.NEGATIVE_INFINITY
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(step, Math.max(seconds * 1000, touched + REST - performance.now()))
  }
  const touch = () => {
    touched = performance.now()
    wait()
  }
  for (const kind of ['pointerdown', 'pointermove', 'wheel', 'keydown'])
    addEventListener(kind, touch, { capture: true, passive: true })
  return { shown: wait }
}
