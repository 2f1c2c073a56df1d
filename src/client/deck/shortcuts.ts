/** Keys and what they do. The help, which comes with the page, names them too. */
export interface Shortcut {
  /** Names of keys, as `nameOf` has them. */
  keys: readonly string[]
  run(event: KeyboardEvent): void
}

/** What a clicker sends. It steps whatever has the focus, since who holds it sees no focus. */
const CLICKER = new Set(['pagedown', 'pageup'])

/** Runs shortcuts. They rest while a dialog is open, something is typed, or what has the focus answers to the key itself. */
export function bindShortcuts(shortcuts: readonly Shortcut[], closeDialogs: () => void): void {
  const byKey = new Map(shortcuts.flatMap(({ keys, run }) => keys.map((key) => [key, run] as const)))
  document.addEventListener(
    'keydown',
    (event) => {
      const key = nameOf(event)
      const run = byKey.get(key)
      if (!run || isCommand(event)) return
      if (CLICKER.has(key)) closeDialogs()
      else if (isTaken(event) || isForFocused(event)) return
      event.preventDefault()
      run(event)
    },
    { capture: true },
  )
}

/** What stands on a key, in lower case: of letters and digits the one of a Latin keyboard, where another one is in use. */
export function nameOf({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  const name = key.toLowerCase()
  if (/^[a-z0-9 /?.]$/.test(name) || (name.length > 1 && !UNNAMED.has(name))) return name
  const [, letter, digit] = /^(?:Key([A-Z])|Digit(\d))$/.exec(code) ?? []
  return letter?.toLowerCase() ?? (shiftKey ? undefined : digit) ?? name
}

/** Said of a key whose letter an input method is still to make. */
const UNNAMED = new Set(['process', 'dead', 'unidentified'])

/** Whether a key press belongs to something else: a dialog, a field, a browser command. */
export function isTaken(event: KeyboardEvent): boolean {
  return isCommand(event) || document.querySelector('dialog[open]') !== null || isEditing(event.target)
}

function isCommand(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented
}

function isEditing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'))
}

/** Keys that move what has the focus, where that can be moved. */
const MOVING = /^(?: |arrow\w+|home|end|page\w+)$/

/** Whether what has the focus answers to a key: a button or link to Space and Enter, a table that scrolls to what moves it. */
export function isForFocused(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null
  if (target?.matches('button, a, summary') && (event.key === ' ' || event.key === 'Enter')) return true
  return MOVING.test(event.key.toLowerCase()) && target?.closest('[data-keys="own"]') != null
}
