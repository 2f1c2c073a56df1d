import { setImmediate } from 'node:timers/promises'
import { type Diagnostic, InputError } from '../util/diagnostic.ts'

/**
 * Listens for promises that fail and that nobody waits for; Node would end the build, or the watching, with a stack. `explain` makes
 * an InputError of what a deck's own code has thrown; any other failure is a fault of the
 * generator and ends it, as it would without this.
 */
export function strayRejections(explain: (error: unknown) => Promise<unknown>) {
  const reasons: unknown[] = []
  const note = (reason: unknown) => void reasons.push(reason)
  process.on('unhandledRejection', note)
  return {
    /** Waits until every promise made so far has settled, listens no longer, and tells what failed. */
    async settle(): Promise<Diagnostic[]> {
      await setImmediate()
      process.off('unhandledRejection', note)
      const explained = await Promise.all(reasons.map(explain))
      return explained.flatMap((error) => {
        if (!(error instanceof InputError)) throw error
        return error.diagnostics.map((diagnostic) => ({
          ...diagnostic,
          message: `a promise that nobody waits for ${diagnostic.message}`,
        }))
      })
    },
  }
}
