import { openDialog } from './dialog.ts'
import { find, make } from './dom.ts'
import type { Shortcut } from './shortcuts.ts'

/** Fills the help dialog from the table that also binds the keys. Returns the function that opens it. */
export function createHelp(shortcuts: readonly Shortcut[]): () => void {
  const dialog = find<HTMLDialogElement>('#help')
  find('tbody', dialog).replaceChildren(...shortcuts.map(row))
  return () => openDialog(dialog)
}

function row({ label, help }: Shortcut): HTMLElement {
  const keys = make('th', '', label)
  keys.scope = 'row'
  return make('tr', '', keys, make('td', '', help))
}
