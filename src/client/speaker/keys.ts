import { nameOf, type Shortcut } from '../deck/shortcuts.ts'

/** What the keys of the speaker view do. */
export interface SpeakerActions {
  next(): void
  previous(): void
  nextAct(): void
  previousAct(): void
  first(): void
  last(): void
  black(): void
  overview(): void
  jump(query?: string): void
}

/** The table of keys: those of the deck, and Shift with an arrow for acts. */
export function keysOf(actions: SpeakerActions, rtl: boolean): Shortcut[] {
  const [onward, back] = rtl ? (['arrowleft', 'arrowright'] as const) : (['arrowright', 'arrowleft'] as const)
  return [
    { keys: [' '], run: ({ shiftKey }) => (shiftKey ? actions.previous() : actions.next()) },
    { keys: [onward], run: ({ shiftKey }) => (shiftKey ? actions.nextAct() : actions.next()) },
    { keys: [back], run: ({ shiftKey }) => (shiftKey ? actions.previousAct() : actions.previous()) },
    { keys: ['arrowdown', 'pagedown', 'n'], run: () => actions.next() },
    { keys: ['arrowup', 'pageup', 'p'], run: () => actions.previous() },
    { keys: ['home'], run: () => actions.first() },
    { keys: ['end'], run: () => actions.last() },
    { keys: ['b', '.'], run: () => actions.black() },
    { keys: ['o', 'escape'], run: () => actions.overview() },
    { keys: ['g', '/'], run: () => actions.jump() },
    { keys: [...'123456789'], run: (event) => actions.jump(nameOf(event)) },
  ]
}
