import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What of the machine the tidier works on; parameters, so that tests give others. */
interface Memory {
  /** Memory in use, in MB. */
  used(): number
  /** Gives back all that is not needed. */
  collect(): void
}

/** With more than this in use, in MB, memory is tidied in the next pause. */
const MUCH = 250
/** With more than this, in MB, at once. */
const TOO_MUCH = 500
/** A pause in ms that shows that nobody is waiting for the next renewal. */
const PAUSE = 2000

/**
 * Every renewal leaves a whole deck behind. V8 collects it only when memory gets scarce, which on a large machine is after
 * gigabytes; so it is asked to. Not more often than needed: what it has learnt to run fast is given back as well, and the next
 * renewal takes longer. Call the function after each renewal; `close` drops what is due.
 */
export function createTidier({ used, collect }: Memory = ofThisProcess()): { renewed(): void; close(): void } {
  let timer: NodeJS.Timeout | undefined
  const close = () => clearTimeout(timer)
  return {
    renewed() {
      close()
      const now = used()
      if (now > TOO_MUCH) collect()
      else if (now > MUCH) timer = setTimeout(collect, PAUSE).unref()
    },
    close,
  }
}

/** V8's own collector, which is there only when a flag says so. */
function ofThisProcess(): Memory {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as NodeJS.GCFunction | undefined
  return {
    used: () => process.memoryUsage().heapUsed / 1e6,
    collect: () => void gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' }),
  }
}
