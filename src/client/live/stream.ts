import type { LiveMessage } from './connection.ts'

/** The server's events, as one page of a browser has them. */
export interface Stream {
  /** Whether this page has, or is about to open, a stream. */
  readonly isOpen: boolean
  /** What was told last. */
  readonly last: LiveMessage | undefined
  begin(): void
  /** Names the pages that listen; does nothing when they are the same, or when the stream was ended meanwhile. */
  listen(pages: readonly string[]): void
  end(): void
}

/** Starts without a stream. A newly opened one tells the last message again. */
export function createStream(hear: (message: LiveMessage) => void): Stream {
  let isOpen = false
  let last: LiveMessage | undefined
  let source: EventSource | undefined
  let query = ''
  return {
    get isOpen() {
      return isOpen
    },
    get last() {
      return last
    },
    begin() {
      isOpen = true
    },
    listen(pages) {
      const wanted = pages.map((page) => `page=${encodeURIComponent(page)}`).join('&')
      if (!isOpen || (source && wanted === query)) return
      query = wanted
      source?.close()
      source = new EventSource(`/live/events?${wanted}`)
      source.onmessage = ({ data }) => {
        last = JSON.parse(String(data)) as LiveMessage
        hear(last)
      }
    },
    end() {
      isOpen = false
      source?.close()
      source = undefined
    },
  }
}
