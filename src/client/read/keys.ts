import { isForFocused, isTaken, type Shortcut } from '../shortcuts.ts'

/** What the keys of the reading page do. */
export interface KeyActions {
  step(by: number): void
  toEdge(edge: 'start' | 'end'): void
  jump(query?: string): void
  openDeck(): void
  toggleMotion(): void
  toggleTheme(): void
  help(): void
  /** Whether the current step goes on beyond the window, so that the browser should scroll within it. */
  continues(by: number): boolean
}

/** The table of keys, for binding and for the help. */
export function keysOf(actions: KeyActions): Shortcut[] {
  return [
    { keys: ['arrowright', 'n'], label: '→ or N', help: 'Next step', run: () => actions.step(1) },
    { keys: ['arrowleft', 'p'], label: '← or P', help: 'Previous step', run: () => actions.step(-1) },
    {
      keys: [' ', 'arrowdown', 'pagedown'],
      label: 'Space, ↓, Page Down',
      help: 'Next step, or further down a long one',
      run: onward(actions),
    },
    {
      keys: ['arrowup', 'pageup'],
      label: 'Shift Space, ↑, Page Up',
      help: 'Previous step, or further up a long one',
      run: onward(actions),
    },
    { keys: ['home'], label: 'Home', help: 'Start of the page', run: () => actions.toEdge('start') },
    { keys: ['end'], label: 'End', help: 'End of the page', run: () => actions.toEdge('end') },
    { keys: ['g', '/'], label: 'G or /', help: 'Go to a part by rank or name', run: () => actions.jump() },
    { keys: [...'123456789'], label: '1 … 9', help: 'Go to a rank', run: ({ key }) => actions.jump(key) },
    { keys: ['r'], label: 'R', help: 'The same step as a slide', run: () => actions.openDeck() },
    { keys: ['m'], label: 'M', help: 'Motion on or off', run: () => actions.toggleMotion() },
    { keys: ['t'], label: 'T', help: 'Light or dark', run: () => actions.toggleTheme() },
    { keys: ['?', 'f1'], label: '?', help: 'This help', run: () => actions.help() },
  ]
}

function onward({ step, continues }: KeyActions): (event: KeyboardEvent) => void {
  return (event) => {
    const by = event.key === 'ArrowUp' || event.key === 'PageUp' || (event.key === ' ' && event.shiftKey) ? -1 : 1
    if (continues(by)) return
    event.preventDefault()
    step(by)
  }
}

/** Runs the keys; they rest while a dialog is open, something is typed, or what has the focus answers to them itself. */
export function bindKeys(shortcuts: readonly Shortcut[]): void {
  const byKey = new Map(shortcuts.flatMap(({ keys, run }) => keys.map((key) => [key, run] as const)))
  document.addEventListener('keydown', (event) => {
    if (isTaken(event) || isForFocused(event)) return
    const key = event.key.toLowerCase()
    const run = byKey.get(key)
    if (!run) return
    run(event)
    if (!SCROLLING.has(key)) event.preventDefault()
  })
}

/** These may be left to the browser. */
const SCROLLING = new Set([' ', 'arrowdown', 'arrowup', 'pagedown', 'pageup'])
