import type { ListedDiagnostic } from './listed-diagnostic.ts'
import { joinStream } from './shared-stream.ts'

/** What the server tells after each save. */
export interface LiveMessage {
  /** Of the newest story that could be made. */
  version: string
  /** What is wrong with the author's files; empty when all is well. */
  mistakes: readonly ListedDiagnostic[]
}

/** Listens to the server while the page can be seen; a page that comes back is told the newest state. */
export function createConnection(page: string, hear: (message: LiveMessage) => void): void {
  let leaving: AbortController | undefined
  const adapt = () => {
    if (document.hidden) {
      leaving?.abort()
      leaving = undefined
    } else if (!leaving) {
      leaving = new AbortController()
      joinStream(page, hear, leaving.signal)
    }
  }
  document.addEventListener('visibilitychange', adapt)
  adapt()
}
