/** For how long, in ms, nothing has moved when the toolbar and the cursor hide. */
const PATIENCE = 3000

/**
 * Marks `<html data-idle>` once someone presents, which is from the first step or the first movement on, and the pointer has rested;
 * the style sheet hides the toolbar and the cursor. Any movement brings them back, and so does the focus of a key.
 */
export function hideWhenIdle(): void {
  const { dataset } = document.documentElement
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => (dataset.idle = ''), PATIENCE)
  }
  const wake = () => {
    delete dataset.idle
    wait()
  }
  // Browsers tell of a pointer that rests while the page changes below it; and a page that opens gives the focus by itself.
  const rests = ({ pointerType, movementX, movementY }: PointerEvent) => pointerType === 'mouse' && !movementX && !movementY
  addEventListener('pointermove', (event) => rests(event) || wake(), { passive: true })
  addEventListener('pointerdown', wake, { passive: true })
  addEventListener('focusin', () => timer && wake())
  addEventListener('keydown', () => timer ?? wait())
}
