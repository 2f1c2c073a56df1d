import type { BuildEffects } from '../build.ts'
import type { Options } from '../flags.ts'

/** Serves the pages of a deck on loopback and renews them after every save, until it is stopped. Writes nothing. */
export async function watch(options: Options, effects: BuildEffects): Promise<void> {
  effects.report.line(options.folder)
  throw new Error('not made yet')
}
