/** What is on: a slide, how many of its steps have been taken, and whether the screen is black. */
export interface DeckState {
  id: string
  step: number
  black: boolean
}

/** What the speaker view may do with the deck. */
export interface Remote {
  step(by: 1 | -1): void
  black(): void
  go(id: string): void
  state(): DeckState
}

const WINDOW = 'countdown-speaker'

/**
 * The deck's end of the speaker view, a page of its own in another window. `page` is its address. One that outlives a reload of the
 * deck says hello again and is taken back. `blocked` hears when the browser lets no
 * window open.
 */
export function createSpeakerLink(page: string, remote: Remote, blocked: (page: string, target: string) => void) {
  let speaker: Window | null = null
  const send = (message: ToldMessage) => speaker?.postMessage(message, audience())
  const tell = () => send({ countdown: 'step', ...remote.state() })
  addEventListener('message', (event) => {
    const message = readMessage<AskMessage>(event, 'ask')
    if (!message || !isOpenedHere(event.source)) return
    speaker = event.source
    answer(remote, message)
    tell()
  })
  addEventListener('pagehide', () => send({ countdown: 'gone' }))
  return {
    open() {
      if (!speaker || speaker.closed) speaker = window.open(page, WINDOW, 'popup,width=1180,height=760')
      if (speaker) speaker.focus()
      else blocked(page, WINDOW)
    },
    tell,
  }
}

/** Only the window that this deck has opened is listened to, also by a deck that was loaded anew since. */
function isOpenedHere(source: MessageEventSource | null): source is Window {
  return source !== null && 'opener' in source && source !== window && source.opener === window
}

function answer(remote: Remote, { ask, id }: AskMessage): void {
  if (ask === 'next') remote.step(1)
  if (ask === 'previous') remote.step(-1)
  if (ask === 'black') remote.black()
  if (ask === 'go' && typeof id === 'string') remote.go(id)
}

/** What the deck tells the speaker view; `gone` that it is being closed, left or loaded anew. */
export type ToldMessage = ({ countdown: 'step' } & DeckState) | { countdown: 'gone' }

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
function readMessage<M extends ToldMessage | AskMessage>(
  event: MessageEvent,
  ...kinds: readonly M['countdown'][]
): M | undefined {
  const data: unknown = event.data
  const ours = typeof data === 'object' && data !== null && 'countdown' in data && kinds.some((kind) => kind === data.countdown)
  return ours && isFromUs(event) ? (data as M) : undefined
}

/** How often the deck is greeted, in ms; one that was loaded anew has forgotten its speaker view and finds it so. */
const GREETING = 1000
/** After so long, in ms, a deck that answers nothing is gone. */
const PATIENCE = 2500

/**
 * The speaker view's end of the line: listens to the deck that has opened this window and to nobody else. `lost` is told once, until
 * `shown` again. Returns what asks the deck.
 */
export function createDeckLink(
  shown: (state: DeckState) => void,
  lost: () => void,
): (what: AskMessage['ask'], id?: string) => void {
  const deck = window.opener as Window | null
  let heard: number | undefined
  const lose = () => {
    if (heard === undefined) return
    heard = undefined
    lost()
  }
  const ask = (what: AskMessage['ask'], id?: string) => {
    deck?.postMessage({ countdown: 'ask', ask: what, ...(id !== undefined && { id }) } satisfies AskMessage, audience())
  }
  addEventListener('message', (event) => {
    const message = readMessage<ToldMessage>(event, 'step', 'gone')
    // Who says that it goes is gone when that is heard.
    if (message?.countdown === 'gone' && (event.source === null || event.source === deck)) lose()
    if (message?.countdown !== 'step' || event.source !== deck) return
    heard = performance.now()
    shown(message)
  })
  setInterval(() => {
    if (heard !== undefined && (deck?.closed || performance.now() - heard > PATIENCE)) lose()
  }, 250)
  setInterval(() => ask('hello'), GREETING)
  ask('hello')
  return ask
}
