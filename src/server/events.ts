import type { ServerResponse } from 'node:http'
import { SAFE_HEADERS } from './respond.ts'

/** Pages that are open in a browser and hear of what changes, by server-sent events. */
export interface Events {
  /** Keeps an answer open; the page is told the last message at once. False when there are too many already. */
  connect(response: ServerResponse, page: string): boolean
  /** Tells every page; the message must be JSON. */
  tell(message: unknown): void
  /** Which pages are open. */
  open(): ReadonlySet<string>
  /** Ends every answer. */
  close(): void
}

/** The only path of the server that is no file. */
export const EVENTS_PATH = 'live/events'

/** More pages than anyone has open. */
const MOST_PAGES = 64
/** Something is said this often, in ms, so that nothing in between takes the line for dead. */
const HEARTBEAT = 15_000
/** A page that has not read this many bytes never will. */
const MOST_UNREAD = 1_000_000
/** A page that lost the server asks again after this many ms. */
const RETRY = 500

/** Starts with no page and nothing to tell. */
export function createEvents(): Events {
  const pages = new Map<ServerResponse, string>()
  let last: string | undefined
  const send = (text: string) => {
    for (const response of pages.keys()) {
      if (response.writableLength > MOST_UNREAD) response.destroy()
      else response.write(text)
    }
  }
  const heart = setInterval(() => send(': beat\n\n'), HEARTBEAT)
  heart.unref()
  return {
    connect(response, page) {
      if (pages.size >= MOST_PAGES) return false
      response.writeHead(200, { ...SAFE_HEADERS, 'Content-Type': 'text/event-stream; charset=utf-8' })
      response.write(`retry: ${RETRY}\n\n${last ?? ''}`)
      pages.set(response, page)
      response.on('close', () => pages.delete(response))
      return true
    },
    tell(message) {
      last = `data: ${JSON.stringify(message)}\n\n`
      send(last)
    },
    open: () => new Set(pages.values()),
    close() {
      clearInterval(heart)
      for (const response of pages.keys()) response.end()
    },
  }
}
