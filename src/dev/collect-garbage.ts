import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** With more than this in use, in MB, memory is collected in the next pause. */
const MUCH = 250
/** A pause in ms that shows that nobody is waiting for the next renewal. */
const PAUSE = 2000

/**
 * Every renewal leaves a whole deck behind. V8 collects it only when memory gets scarce, which on a large machine is after
 * gigabytes; so it is asked to, when the author pauses: what it has learnt to run fast is given back as well. Call the function
 * after each renewal. `used` (in MB) and `collect` are parameters, so that tests give others.
 */
export function createCollector(
  used = () => process.memoryUsage().heapUsed / 1e6,
  collect: () => void = garbageCollector(),
): () => void {
  let timer: NodeJS.Timeout | undefined
  return () => {
    clearTimeout(timer)
    if (used() > MUCH) timer = setTimeout(collect, PAUSE).unref()
  }
}

/** V8's own collector, which is there only when a flag says so. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as NodeJS.GCFunction | undefined
  return () => void gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
