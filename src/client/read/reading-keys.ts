import { isForFocused, isTaken, nameOf, type Shortcut } from '../deck/shortcuts.ts'

/** What the keys of the reading page do. */
export interface KeyActions {
  step(by: number): void
  toEdge(edge: 'start' | 'end'): void
  jump(query?: string): void
  openDeck(): void
  toggleMotion(): void
  toggleTheme(): void
  copyChart(): void
  help(): void
  /** Whether the current step goes on beyond the window, so that the browser should scroll within it. */
  continues(by: number): boolean
}

/** The table of keys. Where the story is written from right to left, it goes on to the left. */
export function keysOf(actions: KeyActions, rtl: boolean): Shortcut[] {
  const [next, back] = rtl ? (['arrowleft', 'arrowright'] as const) : (['arrowright', 'arrowleft'] as const)
  return [
    { keys: [next, 'n'], run: () => actions.step(1) },
    { keys: [back, 'p'], run: () => actions.step(-1) },
    {
      keys: [' ', 'arrowdown', 'pagedown'],
      run: onward(actions),
    },
    {
      keys: ['arrowup', 'pageup'],
      run: onward(actions),
    },
    { keys: ['home'], run: () => actions.toEdge('start') },
    { keys: ['end'], run: () => actions.toEdge('end') },
    { keys: ['g', '/'], run: () => actions.jump() },
    { keys: [...'123456789'], run: (event) => actions.jump(nameOf(event)) },
    { keys: ['r'], run: () => actions.openDeck() },
    { keys: ['m'], run: () => actions.toggleMotion() },
    { keys: ['t'], run: () => actions.toggleTheme() },
    { keys: ['c'], run: () => actions.copyChart() },
    { keys: ['?', 'f1'], run: () => actions.help() },
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
    const key = nameOf(event)
    const run = byKey.get(key)
    if (!run) return
    run(event)
    if (!SCROLLING.has(key)) event.preventDefault()
  })
}

/** These may be left to the browser. */
const SCROLLING = new Set([' ', 'arrowdown', 'arrowup', 'pagedown', 'pageup'])
