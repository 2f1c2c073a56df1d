import { type AskMessage, audience, readMessage, type ToldMessage } from './speaker-messages.ts'

/** What the speaker view may do with the deck. */
export interface Remote {
  step(by: 1 | -1): void
  black(): void
  go(id: string): void
  state(): { id: string; step: number; black: boolean }
}

/** The deck's end of the speaker view, a page of its own in another window. */
export interface SpeakerLink {
  open(): void
  /** Tells the speaker view the current state. */
  tell(): void
}

const WINDOW = 'countdown-speaker'

/**
 * `page` is the address of the speaker view. One that outlives a reload of the deck says hello again and is taken back. `blocked` hears when the browser lets no
 * window open.
 */
export function createSpeakerLink(page: string, remote: Remote, blocked: (page: string, target: string) => void): SpeakerLink {
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
