/** Keys and what they do. The help, which comes with the page, names them too. */
export interface Shortcut {
  /** Names of keys, as `nameOf` has them. */
  keys: readonly string[]
  /** True leaves the key to the browser. */
  run(event: KeyboardEvent): unknown
}

/** What keys do on every page. */
interface Moves {
  step(by: 1 | -1): void
  toEdge(edge: 'start' | 'end'): void
  jump(query?: string): void
}

/** What the keys of the deck do. */
export interface DeckActions extends Moves {
  black(): void
  fullScreen(): void
  overview(): void
  read(): void
  openSpeaker(): void
  motion(): void
  theme(): void
  help(): void
  qrCode(): void
  point(kind: 'dot' | 'spot'): void
}

/** What the keys of the speaker view do: those of the deck that a speaker needs, and Shift with an arrow for acts. */
export interface SpeakerActions extends Moves, Pick<DeckActions, 'black' | 'overview'> {
  act(by: 1 | -1): void
}

/** What the keys of the reading page do. */
export interface PageActions extends Moves, Pick<DeckActions, 'motion' | 'theme' | 'help'> {
  openDeck(): void
  copyChart(): void
  /** Whether the current step goes on beyond the window, so that the browser should scroll within it. */
  continues(by: 1 | -1): boolean
}

/** Where the story is written from right to left, arrows go on to the left. */
function movingKeys({ step, toEdge, jump, ...more }: Moves & Partial<SpeakerActions & PageActions>, rtl: boolean): Shortcut[] {
  const [onward, back] = rtl ? (['arrowleft', 'arrowright'] as const) : (['arrowright', 'arrowleft'] as const)
  const aside =
    (by: 1 | -1) =>
    ({ shiftKey }: KeyboardEvent) =>
      shiftKey && more.act ? more.act(by) : step(by)
  const down = (by: 1 | -1) => more.continues?.(by) || step(by)
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
  ]
}

/** The keys of the deck. */
export function deckKeys(actions: DeckActions, rtl: boolean): Shortcut[] {
  return [
    ...movingKeys(actions, rtl),
    { keys: ['b', '.'], run: () => actions.black() },
    { keys: ['f'], run: () => actions.fullScreen() },
    { keys: ['o', 'escape'], run: () => actions.overview() },
    { keys: ['r'], run: () => actions.read() },
    { keys: ['s'], run: () => actions.openSpeaker() },
    { keys: ['m'], run: () => actions.motion() },
    { keys: ['t'], run: () => actions.theme() },
    { keys: ['q'], run: () => actions.qrCode() },
    { keys: ['l'], run: ({ shiftKey }) => actions.point(shiftKey ? 'spot' : 'dot') },
    { keys: ['?', 'f1'], run: () => actions.help() },
  ]
}

/** The keys of the speaker view. */
export function speakerKeys(actions: SpeakerActions, rtl: boolean): Shortcut[] {
  return [
    ...movingKeys(actions, rtl),
    { keys: ['b', '.'], run: () => actions.black() },
    { keys: ['o', 'escape'], run: () => actions.overview() },
  ]
}

/** The keys of the reading page. */
export function pageKeys(actions: PageActions, rtl: boolean): Shortcut[] {
  return [
    ...movingKeys(actions, rtl),
    { keys: ['r'], run: () => actions.openDeck() },
    { keys: ['m'], run: () => actions.motion() },
    { keys: ['t'], run: () => actions.theme() },
    { keys: ['c'], run: () => actions.copyChart() },
    { keys: ['?', 'f1'], run: () => actions.help() },
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

/** Whether what has the focus answers to a key: a button or link to Space and Enter, a table that scrolls to what moves it. */
function isForFocused(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null
  if (target?.matches('button, a, summary') && (event.key === ' ' || event.key === 'Enter')) return true
  return MOVING.test(event.key.toLowerCase()) && target?.closest('[data-keys="own"]') != null
}
