import { Script } from 'node:vm'

/** How long an author's code may run, in ms; what a deck does takes milliseconds. */
const PATIENCE = 20_000

/** An author's code that was ended. */
export class RunawayCode extends Error {}

/** Where the work waits for the script, which knows nothing but global names. */
const PLACE = '__countdownWork'
const script = new Script(`globalThis.${PLACE}()`)

/**
 * Does a piece of an author's work, and ends it when it takes too long: a loop that never ends would also keep Node from
 * hearing Ctrl-C. Throws what the work throws, or RunawayCode when its time is up. `patience` is in ms.
 */
export function withTimeout<T>(work: () => T, patience = PATIENCE): T {
  const outer: unknown = Reflect.get(globalThis, PLACE)
  const done: T[] = []
  Reflect.set(globalThis, PLACE, () => {
    done[0] = work()
  })
  try {
    script.runInThisContext({ timeout: patience, displayErrors: false })
    return done[0] as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException | null)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    throw new RunawayCode(`it took longer than ${patience / 1000} s; look for a loop that never ends`)
  } finally {
    if (outer === undefined) Reflect.deleteProperty(globalThis, PLACE)
    else Reflect.set(globalThis, PLACE, outer)
  }
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
