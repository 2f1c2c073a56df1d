import type { ServerResponse } from 'node:http'
import { SAFE_HEADERS } from './respond.ts'

/** Pages that hear of what changes, by server-sent events. */
export interface Events {
  /** Keeps an answer open for a page, which is sent the last message at once. False when there are too many already. */
  connect(response: ServerResponse, page: string): boolean
  /** Sends every page a message, which must be JSON. */
  send(message: unknown): void
  /** Which pages are open. */
  open(): ReadonlySet<string>
  /** Ends every answer. */
  close(): void
}

/** The only path of the server that is no file. */
export const EVENTS_PATH = 'live/events'

/** More pages than anyone has open. */
const MOST_STREAMS = 64
/** Something is sent this often, in ms, so that nothing in between takes the line for dead. */
const HEARTBEAT = 15_000
/** A browser that has not read this many bytes never will. */
const MOST_UNREAD = 1_000_000
/** A browser that lost the server asks again after this many ms. */
const RETRY = 500

/** Starts with no page and no message. */
export function createEvents(): Events {
  const streams = new Map<ServerResponse, string>()
  let last: string | undefined
  const write = (text: string) => {
    for (const response of streams.keys()) {
      if (response.writableLength > MOST_UNREAD) response.destroy()
      else response.write(text)
    }
  }
  const heart = setInterval(() => write(': beat\n\n'), HEARTBEAT)
  heart.unref()
  return {
    connect(response, page) {
      if (streams.size >= MOST_STREAMS) return false
      response.writeHead(200, { ...SAFE_HEADERS, 'Content-Type': 'text/event-stream; charset=utf-8' })
      response.write(`retry: ${RETRY}\n\n${last ?? ''}`)
      streams.set(response, page)
      response.on('close', () => streams.delete(response))
      return true
    },
    send(message) {
      last = `data: ${JSON.stringify(message)}\n\n`
      write(last)
    },
    open: () => new Set(streams.values()),
    close() {
      clearInterval(heart)
      for (const response of streams.keys()) response.end()
    },
  }
}
