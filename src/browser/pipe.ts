import type { Readable, Writable } from 'node:stream'
import type { ConnectionTransport } from 'puppeteer-core/internal/puppeteer-core-browser.js'

/** A message has at most so many bytes; the largest are photographs. */
const LARGEST = 1 << 28

/**
 * Carries DevTools messages over a browser's debugging pipe; each ends with a zero byte.
 * The browser quits when the pipe closes, so it never outlives Node, not even after `kill -9`.
 * What is no such message goes to `fail`, and ends the connection.
 */
export function createPipe(write: Writable, read: Readable, fail: (error: Error) => void): ConnectionTransport {
  const refuse = (reason: unknown) => {
    fail(new Error(`it does not answer as a browser does (${reason instanceof Error ? reason.message : reason})`))
    read.destroy()
  }
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
  // Puppeteer reads a message when it can, and rejects what is none.
  const deliver = async (message: string) => pipe.onmessage?.(message)
  read.on(
    'data',
    splitAtZero((message) => setImmediate(() => deliver(message).catch(refuse)), refuse),
  )
  read.on('close', () => pipe.onclose?.())
  return pipe
}

/**
 * Collects chunks and hands on each complete message. Decodes a message once, however many chunks it came in. A message without
 * an end is refused when it has more than `largest` bytes.
 */
export function splitAtZero(
  take: (message: string) => void,
  refuse: (reason: string) => void,
  largest = LARGEST,
): (chunk: Buffer) => void {
  let begun: Buffer[] = []
  let size = 0
  return (chunk) => {
    let from = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
      begun.push(chunk.subarray(from, end))
      take(Buffer.concat(begun).toString('utf8'))
      begun = []
      size = 0
      from = end + 1
    }
    if (from < chunk.length) begun.push(chunk.subarray(from))
    size += chunk.length - from
    if (size > largest) refuse(`a message of more than ${largest} bytes`)
  }
}
