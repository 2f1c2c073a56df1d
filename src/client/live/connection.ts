import type { Mistake } from '../../watch/mistakes.ts'

/** What the server tells after each save. */
export interface LiveMessage {
  /** Of the newest story that could be made. */
  version: string
  /** What is wrong with the author's files; empty when all is well. */
  mistakes: readonly Mistake[]
}

/**
 * Listens to the server while the page can be seen: a browser has only six connections for all pages of one server, and each
 * page is told the newest state when it comes back.
 */
export function createConnection(page: string, hear: (message: LiveMessage) => void): void {
  let source: EventSource | undefined
  const adapt = () => {
    if (document.hidden) {
      source?.close()
      source = undefined
    } else if (!source) {
      source = new EventSource(`/live/events?page=${encodeURIComponent(page)}`)
      source.onmessage = ({ data }) => hear(JSON.parse(String(data)) as LiveMessage)
    }
  }
  document.addEventListener('visibilitychange', adapt)
  adapt()
}
