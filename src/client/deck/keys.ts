import { nameOf, type Shortcut } from './shortcuts.ts'

/** What the keys of the deck do. */
export interface DeckActions {
  step(by: 1 | -1): void
  toEdge(edge: 'start' | 'end'): void
  black(): void
  fullScreen(): void
  jump(query?: string): void
  overview(): void
  read(): void
  openSpeaker(): void
  toggleMotion(): void
  toggleTheme(): void
  help(): void
  qrCode(): void
  point(kind: 'dot' | 'spot'): void
}

/** The table of keys. Where the story is written from right to left, it goes on to the left. */
export function keysOf(actions: DeckActions, rtl: boolean): Shortcut[] {
  const [onward, back] = rtl ? (['arrowleft', 'arrowright'] as const) : (['arrowright', 'arrowleft'] as const)
  return [
    { keys: [' '], run: ({ shiftKey }) => actions.step(shiftKey ? -1 : 1) },
    { keys: [onward, 'arrowdown', 'pagedown', 'n'], run: () => actions.step(1) },
    { keys: [back, 'arrowup', 'pageup', 'p'], run: () => actions.step(-1) },
    { keys: ['home'], run: () => actions.toEdge('start') },
    { keys: ['end'], run: () => actions.toEdge('end') },
    { keys: ['b', '.'], run: () => actions.black() },
    { keys: ['f'], run: () => actions.fullScreen() },
    { keys: ['g', '/'], run: () => actions.jump() },
    { keys: [...'123456789'], run: (event) => actions.jump(nameOf(event)) },
    { keys: ['o', 'escape'], run: () => actions.overview() },
    { keys: ['r'], run: () => actions.read() },
    { keys: ['s'], run: () => actions.openSpeaker() },
    { keys: ['m'], run: () => actions.toggleMotion() },
    { keys: ['t'], run: () => actions.toggleTheme() },
    { keys: ['q'], run: () => actions.qrCode() },
    { keys: ['l'], run: ({ shiftKey }) => actions.point(shiftKey ? 'spot' : 'dot') },
    { keys: ['?', 'f1'], run: () => actions.help() },
  ]
}
