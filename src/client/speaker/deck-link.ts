import { type AskMessage, audience, readMessage, type ToldMessage } from './speaker-messages.ts'

/** The speaker view's end of the line to the deck. */
export interface DeckLink {
  ask(what: AskMessage['ask'], id?: string): void
}

/** How often the deck is greeted, in ms; one that was loaded anew has forgotten its speaker view and finds it so. */
const GREETING = 1000
/** After so long, in ms, a deck that answers nothing is gone. */
const PATIENCE = 2500

/** Listens to the deck that has opened this window and to nobody else. `lost` is told once, until `shown` again. */
export function createDeckLink({
  shown,
  lost,
}: {
  shown(step: { id: string; step: number; black: boolean }): void
  lost(): void
}): DeckLink {
  const deck = window.opener as Window | null
  let heard: number | undefined
  const lose = () => {
    if (heard === undefined) return
    heard = undefined
    lost()
  }
  const ask: DeckLink['ask'] = (what, id) => {
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
  return { ask }
}
