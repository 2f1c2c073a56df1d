import type { BuildEffects } from '../build.ts'
import type { Options } from '../flags.ts'

/** Runs every check of a build, and measures every slide, step and page in a browser; writes nothing. Throws InputError with all problems. */
export async function check(options: Options, effects: BuildEffects): Promise<void> {
  effects.report.line(options.folder)
  throw new Error('not made yet')
}
