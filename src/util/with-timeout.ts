import { Script } from 'node:vm'
import { watchMemory } from './memory-watch.ts'

/** How long an author's code may run, in ms; what a deck does takes milliseconds. */
const PATIENCE = 20_000

/** An author's code that was ended. */
export class RunawayCode extends Error {}

/** Where the work waits for the script, which knows nothing but global names. */
const PLACE = '__countdownWork'
const script = new Script(`globalThis.${PLACE}()`)

/**
 * Does a piece of an author's work, and ends it when it takes too long: a loop that never ends would also keep Node from hearing
 * Ctrl-C. Throws what the work throws, or RunawayCode. `patience` is in ms. With `most`, in MB, it is ended also when it fills more
 * memory, and by Ctrl-C; this only where the event loop has just been idle, since Node forgets a Ctrl-C that it has not told yet.
 */
export function withTimeout<T>(work: () => T, patience = PATIENCE, most?: number): T {
  const outer: unknown = Reflect.get(globalThis, PLACE)
  const done: T[] = []
  let failure: { error: unknown } | undefined
  Reflect.set(globalThis, PLACE, () => {
    done[0] = work()
  })
  const run = (breakOnSigint: boolean) => {
    try {
      script.runInThisContext({ timeout: patience, breakOnSigint, displayErrors: false })
    } catch (error) {
      failure = { error }
    }
  }
  const isHog = most === undefined ? run(false) : watchMemory(most, () => run(true))
  if (outer === undefined) Reflect.deleteProperty(globalThis, PLACE)
  else Reflect.set(globalThis, PLACE, outer)
  if (!failure) return done[0] as T
  throw reasonOf(failure.error, isHog ? most : undefined, patience)
}

/** What became of work that failed: its own error, or why it was ended. */
function reasonOf(error: unknown, filled: number | undefined, patience: number): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code
  if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
    return new RunawayCode(`it took longer than ${patience / 1000} s; look for a loop that never ends`)
  if (code !== 'ERR_SCRIPT_EXECUTION_INTERRUPTED') return error
  if (filled !== undefined) return new RunawayCode(`it filled more than ${filled} MB of memory; look for a list that never ends`)
  // Ctrl-C has not reached whoever waits for it, and nothing is to be said of the code.
  process.emit('SIGINT', 'SIGINT')
  return new Error('stopped by the user')
}

/** Being watched costs a tenth of a ms, so that small pieces of work share it for so long, in ms. */
const SHARED = 1000

/** Does work on one thing after the other, each in its time, until `work` returns false. Throws as `withTimeout` does. */
export function eachWithTimeout<T>(things: readonly T[], work: (thing: T) => boolean, patience = PATIENCE): void {
  let next = 0
  let goesOn = true
  while (goesOn && next < things.length)
    withTimeout(() => {
      const begun = performance.now()
      while (goesOn && next < things.length && performance.now() - begun < SHARED) goesOn = work(things[next++] as T)
    }, patience)
}
