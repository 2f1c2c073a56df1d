/** Keys and what they do. The help, which comes with the page, names them too. */
export interface Shortcut {
  /** Values of `KeyboardEvent.key`, in lower case. */
  keys: readonly string[]
  run(event: KeyboardEvent): void
}

/** Runs shortcuts. They come before reveal.js, and rest while a dialog is open or something is being typed. */
export function bindShortcuts(shortcuts: readonly Shortcut[]): void {
  const byKey = new Map(shortcuts.flatMap(({ keys, run }) => keys.map((key) => [key, run] as const)))
  document.addEventListener(
    'keydown',
    (event) => {
      if (isTaken(event)) return
      const run = byKey.get(event.key.toLowerCase())
      if (!run) return
      event.preventDefault()
      event.stopImmediatePropagation()
      run(event)
    },
    { capture: true },
  )
}

/** Whether a key press belongs to something else: a dialog, a field, a browser command. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true
  return document.querySelector('dialog[open]') !== null || isEditing(event.target)
}

function isEditing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'))
}

/** Whether reveal.js should leave a key to what has the focus: a button or link answers to Space and Enter, a table scrolls. */
export function isForFocused(event: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]') !== null) return true
  const target = event.target instanceof HTMLElement ? event.target : null
  if (target?.matches('button, a, summary') && (event.key === ' ' || event.key === 'Enter')) return true
  return target?.matches('[data-keys="own"], [data-keys="own"] *') ?? false
}
