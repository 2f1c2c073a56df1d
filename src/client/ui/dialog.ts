/** Opens a dialog. A click outside its box or on its `[data-close]` closes it, as Escape does. */
export function openDialog(dialog: HTMLDialogElement): void {
  if (dialog.open) return
  dialog.showModal()
  // The browser's own answer to Escape comes a moment after the key press, too late for a quick next one.
  dialog.onkeydown = (event) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    closeDialog(dialog)
  }
  dialog.onclick = (event) => {
    const onClose = event.target instanceof Element && event.target.closest('[data-close]') !== null
    if (onClose || (event.target === dialog && isOutside(dialog.getBoundingClientRect(), event))) closeDialog(dialog)
  }
}

/** Closes a dialog and takes the focus out of it at once; the browser would leave it in a hidden field until it next draws. */
export function closeDialog(dialog: HTMLDialogElement): void {
  dialog.close()
  const focused = document.activeElement
  if (focused instanceof HTMLElement && dialog.contains(focused)) focused.blur()
}

/** Closes whatever dialogs are open. */
export function closeDialogs(): void {
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) closeDialog(dialog)
}

function isOutside(box: DOMRect, { clientX, clientY }: MouseEvent): boolean {
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom
}
