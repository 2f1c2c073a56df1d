import type { LiveMessage } from './connection.ts'
import { createStream } from './stream.ts'

/** What pages of one browser say to one another: what the server has told, that a page has come, that the holder is alive. */
type Word = { told: LiveMessage } | 'here' | 'alive'

const CHANNEL = 'countdown-live'
/** Whoever has this lock holds the stream; the browser hands it on when the page is closed, or crashes. */
const HOLDER = 'countdown-live-holder'
/** A lock of this name is kept by each page that can be seen, so that the holder knows which ones there are. */
const SHOWN = 'countdown-live-page '
/** The holder says this often, in ms, that it is alive. */
const BEAT = 400
/** After so many beats of silence it is taken for stopped, for example by a debugger. */
const MOST_SILENCE = 5

/**
 * Hears what the server tells until the page is `left`. A browser has six connections for all pages of one server, so that a
 * stream for each page would leave none to load the sixth: one page holds a stream and passes on what it hears.
 */
export function joinStream(page: string, hear: (message: LiveMessage) => void, left: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL)
  const say = (word: Word) => channel.postMessage(word)
  let silence = 0
  const stream = createStream((message) => {
    say({ told: message })
    hear(message)
    // Pages that have gone need not be made any more.
    void listen()
  })
  const listen = async () => stream.listen(await shownWith(page))
  const untilLeft = new Promise<void>((resolve) => left.addEventListener('abort', () => resolve(), { once: true }))

  async function hold(): Promise<void> {
    if (left.aborted) return
    stream.begin()
    await Promise.all([listen(), untilLeft])
  }
  /** Waits for the lock; also when another page has taken it away. Where there are no locks, each page has its own stream. */
  function queue(): void {
    withLock(HOLDER, { signal: left }, hold).catch((error: unknown) => {
      stream.end()
      if (!left.aborted) isAbort(error) ? queue() : void hold()
    })
  }
  const take = () => void withLock(HOLDER, { steal: true }, hold).catch(stream.end)

  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if (data === 'here') {
      if (!stream.isOpen) return
      if (stream.last) say({ told: stream.last })
      void listen()
      return
    }
    silence = 0
    if (data !== 'alive') hear(data.told)
  }
  const timer = setInterval(() => {
    if (stream.isOpen) say('alive')
    else if (++silence === MOST_SILENCE) take()
  }, BEAT)
  left.addEventListener('abort', () => {
    clearInterval(timer)
    stream.end()
    channel.close()
  })
  queue()
  withLock(`${SHOWN}${page}`, { mode: 'shared', signal: left }, () => {
    say('here')
    return untilLeft
  }).catch(() => undefined)
}

/** Rejects as well where a browser has no locks, or refuses them to a page that may not store anything. */
async function withLock(name: string, options: LockOptions, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(name, options, work)
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

/** The names of all pages that can be seen in this browser, this one among them. */
async function shownWith(page: string): Promise<string[]> {
  const names = await lockNames().catch(() => [])
  const shown = names.flatMap((name) => (name.startsWith(SHOWN) ? [name.slice(SHOWN.length)] : []))
  return [...new Set([page, ...shown])].sort()
}

async function lockNames(): Promise<string[]> {
  const { held = [] } = await navigator.locks.query()
  return held.flatMap(({ name }) => name ?? [])
}
