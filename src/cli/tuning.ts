import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { privateFolder } from '../util/private-folder.ts'

/** Vega, MDX and Puppeteer load in half the time when V8's work on them is kept from the last run. Call it before they are loaded. */
export function keepCompiledCode(): void {
  try {
    enableCompileCache(join(privateFolder(), 'compile-cache'))
  } catch {
    // Without a place for it everything works, only slower.
  }
}

/** Sets the process up for a single build, which is over within seconds. */
export function tuneForOneBuild(): void {
  // Well optimized code would not pay for itself in that time. Functions must be called more often before V8 works on them with
  // threads that the browser needs: a third of a second of processor time less, and no later end.
  setFlagsFromString('--invocation-count-for-maglev=1000')
  setFlagsFromString('--invocation-count-for-turbofan=100000')
  // Nor does esbuild run long enough to need its memory cleared as often as Go does by itself.
  process.env.GOGC ??= '400'
}
