import type { Readable, Writable } from 'node:stream'
import type { ConnectionTransport } from 'puppeteer-core/internal/puppeteer-core-browser.js'

/**
 * Carries DevTools messages over a browser's debugging pipe; each ends with a zero byte.
 * The browser quits when the pipe closes, so it never outlives Node, not even after `kill -9`.
 */
export function createPipe(write: Writable, read: Readable): ConnectionTransport {
  const pipe: ConnectionTransport = {
    send(message) {
      if (write.writable) write.write(`${message}\0`)
    },
    close() {
      write.end()
    },
  }
  // A dying browser breaks the pipe; its exit is what gets reported.
  write.on('error', () => {})
  read.on('error', () => {})
  read.on(
    'data',
    splitAtZero((message) => setImmediate(() => pipe.onmessage?.(message))),
  )
  read.on('close', () => pipe.onclose?.())
  return pipe
}

/** Collects chunks and hands on each complete message. Decodes a message once, however many chunks it came in. */
export function splitAtZero(take: (message: string) => void): (chunk: Buffer) => void {
  let begun: Buffer[] = []
  return (chunk) => {
    let from = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
      begun.push(chunk.subarray(from, end))
      take(Buffer.concat(begun).toString('utf8'))
      begun = []
      from = end + 1
    }
    if (from < chunk.length) begun.push(chunk.subarray(from))
  }
}
