import type { Work } from '../util/progress.ts'

/** What a thread is at, in memory that another thread reads although the first one is in a loop. */
export interface SharedProgress {
  /** To be given to the other thread. */
  readonly buffer: SharedArrayBuffer
  /** Shows that the thread goes on, and what with; without work, that it still listens. */
  move(work?: Work): void
  /** Differs after every move. */
  count(): number
  /** The work that was named last. To be read when nothing moves. */
  work(): Work
}

/** In bytes; more of a name is cut off. */
const LONGEST = 2000
const WORDS = Int32Array.BYTES_PER_ELEMENT

/** Opens what is shared, or makes it. */
export function shareProgress(buffer = new SharedArrayBuffer(WORDS + 2 * LONGEST)): SharedProgress {
  const counters = new Int32Array(buffer, 0, 1)
  const [file, what] = [0, 1].map((index) => new Uint8Array(buffer, WORDS + index * LONGEST, LONGEST)) as [Uint8Array, Uint8Array]
  return {
    buffer,
    move(work) {
      if (work) {
        write(file, work.file)
        write(what, work.what)
      }
      Atomics.add(counters, 0, 1)
    },
    count: () => Atomics.load(counters, 0),
    work() {
      const [inFile, isWhat] = [read(file), read(what)]
      return { ...(inFile !== '' && { file: inFile }), ...(isWhat !== '' && { what: isWhat }) }
    },
  }
}

/** A name ends at the first zero. */
function write(bytes: Uint8Array, name = ''): void {
  const { written } = new TextEncoder().encodeInto(name, bytes.subarray(0, -1))
  bytes[written] = 0
}

function read(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.slice(0, bytes.indexOf(0)))
}
