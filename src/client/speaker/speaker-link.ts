import { type AskMessage, audience, readMessage, type StepMessage } from './speaker-messages.ts'

/** What the speaker view may do with the deck. */
export interface Remote {
  next(): void
  previous(): void
  black(): void
  go(id: string): void
  state(): { id: string; black: boolean }
}

/** The deck's end of the speaker view, a page of its own in another window. */
export interface SpeakerLink {
  open(): void
  /** Tells the speaker view the current state. */
  tell(): void
}

/** A speaker view that outlives a reload of the deck says hello again and is taken back. */
export function createSpeakerLink(remote: Remote): SpeakerLink {
  let speaker: Window | null = null
  const tell = () => speaker?.postMessage({ countdown: 'step', ...remote.state() } satisfies StepMessage, audience())
  addEventListener('message', (event) => {
    const message = readMessage<AskMessage>(event, 'ask')
    if (!message) return
    if (event.source && event.source !== window && !(event.source instanceof MessagePort)) speaker = event.source as Window
    answer(remote, message)
    tell()
  })
  return {
    open() {
      speaker = window.open('speaker.html', 'countdown-speaker', 'popup,width=1180,height=760')
      speaker?.focus()
    },
    tell,
  }
}

function answer(remote: Remote, { ask, id }: AskMessage): void {
  if (ask === 'next') remote.next()
  if (ask === 'previous') remote.previous()
  if (ask === 'black') remote.black()
  if (ask === 'go' && typeof id === 'string') remote.go(id)
}
