/** Keys and what they do. The help, which comes with the page, names them too. */
export interface Shortcut {
  /** Names of keys, as `nameOf` has them. */
  keys: readonly string[]
  /** True leaves the key to the browser. */
  run(event: KeyboardEvent): unknown
}

/** Keys that do one thing, and the pages on which they do it. */
const KEYS = {
  black: ['b', '.'],
  fullScreen: ['f'],
  overview: ['o', 'escape'],
  otherPage: ['r'],
  openSpeaker: ['s'],
  motion: ['m'],
  theme: ['t'],
  qrCode: ['q'],
  copyChart: ['c'],
  help: ['?', 'f1'],
} as const
const PAGES = {
  deck: ['black', 'fullScreen', 'overview', 'otherPage', 'openSpeaker', 'motion', 'theme', 'qrCode', 'help'],
  speaker: ['black', 'overview'],
  read: ['otherPage', 'motion', 'theme', 'copyChart', 'help'],
} as const satisfies Record<string, readonly (keyof typeof KEYS)[]>

/** What keys do on any page. */
interface Moves {
  step(by: 1 | -1): void
  toEdge(edge: 'start' | 'end'): void
  jump(query?: string): void
  /** Shift with an arrow: to the next act, or back. */
  act?(by: 1 | -1): void
  /** Whether what is read goes on beyond the window, so that the browser should scroll within it. */
  continues?(by: 1 | -1): boolean
  point?(kind: 'dot' | 'spot'): void
}

/** What the keys of a page do. */
export type Actions<Page extends keyof typeof PAGES> = Moves & Record<(typeof PAGES)[Page][number], () => void>

/** The keys of a page. Where the story is written from right to left, arrows go on to the left. */
export function shortcutsOf<Page extends keyof typeof PAGES>(page: Page, actions: Actions<Page>, rtl: boolean): Shortcut[] {
  const { step, toEdge, jump, act, continues, point } = actions
  const [onward, back] = rtl ? (['arrowleft', 'arrowright'] as const) : (['arrowright', 'arrowleft'] as const)
  const aside =
    (by: 1 | -1) =>
    ({ shiftKey }: KeyboardEvent) =>
      shiftKey && act ? act(by) : step(by)
  const down = (by: 1 | -1) => continues?.(by) || step(by)
  return [
    { keys: [' '], run: ({ shiftKey }) => down(shiftKey ? -1 : 1) },
    { keys: [onward, 'n'], run: aside(1) },
    { keys: [back, 'p'], run: aside(-1) },
    { keys: ['arrowdown', 'pagedown'], run: () => down(1) },
    { keys: ['arrowup', 'pageup'], run: () => down(-1) },
    { keys: ['home'], run: () => toEdge('start') },
    { keys: ['end'], run: () => toEdge('end') },
    { keys: ['g', '/'], run: () => jump() },
    { keys: [...'123456789'], run: (event) => jump(nameOf(event)) },
    ...(point ? [{ keys: ['l'], run: ({ shiftKey }: KeyboardEvent) => point(shiftKey ? 'spot' : 'dot') }] : []),
    ...PAGES[page].map((name: (typeof PAGES)[Page][number]) => ({ keys: KEYS[name], run: () => actions[name]() })),
  ]
}

/** What a clicker sends. It steps whatever has the focus, since who holds it sees no focus. */
const CLICKER = new Set(['pagedown', 'pageup'])

/**
 * Runs shortcuts. They rest while a dialog is open, something is typed, or what has the focus answers to the key itself. Where there
 * are clickers, `closeDialogs` lets them step all the same.
 */
export function bindShortcuts(shortcuts: readonly Shortcut[], closeDialogs?: () => void): void {
  const byKey = new Map(shortcuts.flatMap(({ keys, run }) => keys.map((key) => [key, run] as const)))
  const answer = (event: KeyboardEvent) => {
    const key = nameOf(event)
    const run = byKey.get(key)
    if (!run || isCommand(event)) return
    if (closeDialogs && CLICKER.has(key)) closeDialogs()
    else if (document.querySelector('dialog[open]') !== null || isEditing(event.target) || isForFocused(event)) return
    if (run(event) !== true) event.preventDefault()
  }
  document.addEventListener('keydown', answer, { capture: closeDialogs !== undefined })
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

function isCommand(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented
}

function isEditing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'))
}

/** Keys that move what has the focus, where that can be moved. */
const MOVING = /^(?: |arrow\w+|home|end|page\w+)$/

/**
 * Whether what has the focus answers to a key: a button or link to Space and Enter, a table that scrolls to what moves it, a chart that
 * points at something to Escape.
 */
function isForFocused(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null
  if (target?.matches('button, a, summary') && (event.key === ' ' || event.key === 'Enter')) return true
  if (event.key === 'Escape' && target?.querySelector('[data-pointed]')) return true
  return MOVING.test(event.key.toLowerCase()) && target?.closest('[data-keys="own"]') != null
}
