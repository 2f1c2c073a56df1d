/**
 * Lets go of what a pointer has pressed, so that keys go to the slides again and Space does not press it once more; whoever came
 * by key stays. A text field keeps the keys, a choice gives them back when it is made.
 */
export function giveKeysBack(): void {
  let byPointer = false
  // What a live chart sends for a key is no pointer.
  addEventListener('pointerdown', ({ isTrusted }) => (byPointer = isTrusted), { capture: true })
  addEventListener('keydown', () => (byPointer = false), { capture: true })
  const release = ({ target }: Event) => {
    const focused = document.activeElement
    if (byPointer && focused instanceof HTMLElement && target instanceof Node && focused.contains(target)) focused.blur()
  }
  const pressed = (event: Event) => {
    if (event.target instanceof Element && event.target.closest('input, select, textarea, dialog') === null) release(event)
  }
  // A frame of another site has the keys while the pointer is in it, and no longer.
  addEventListener('pointermove', () => {
    if (document.activeElement instanceof HTMLIFrameElement) document.activeElement.blur()
  })
  addEventListener('click', pressed, { capture: true })
  addEventListener('change', release, { capture: true })
}
