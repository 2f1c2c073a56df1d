/** What the deck tells the speaker view. */
export type ToldMessage =
  | {
      countdown: 'step'
      id: string
      /** How many of its steps have been taken. */
      step: number
      /** Whether the screen is black. */
      black: boolean
    }
  /** The deck is being closed, left or loaded anew. */
  | { countdown: 'gone' }

/** What the speaker view asks of the deck. */
export interface AskMessage {
  countdown: 'ask'
  /** `hello` asks for the current step. */
  ask: 'hello' | 'next' | 'previous' | 'black' | 'go'
  /** The slide to go to. */
  id?: string
}

/** Whether a message comes from a page of this very site. Pages opened from disk all have the origin `null`. */
function isFromUs(event: MessageEvent): boolean {
  return location.protocol === 'file:' ? event.origin === 'null' || event.origin === 'file://' : event.origin === location.origin
}

/** Where messages may go: to this site only, or to anyone when the page was opened from disk. They hold no more than an id. */
export function audience(): string {
  return location.protocol === 'file:' ? '*' : location.origin
}

/** Reads a message, or undefined when it is not one of ours. */
export function readMessage<M extends ToldMessage | AskMessage>(
  event: MessageEvent,
  ...kinds: readonly M['countdown'][]
): M | undefined {
  const data: unknown = event.data
  const ours = typeof data === 'object' && data !== null && 'countdown' in data && kinds.some((kind) => kind === data.countdown)
  return ours && isFromUs(event) ? (data as M) : undefined
}
