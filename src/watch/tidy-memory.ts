import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** After so many renewals memory is tidied even when the author never pauses. */
const MOST = 20
/** A pause in ms that shows that nobody is waiting for the next renewal. */
const PAUSE = 1500

/**
 * Every renewal leaves a whole deck behind. V8 collects it only when memory gets scarce, which on a large machine is after
 * gigabytes; so it is asked to, when nobody waits. Call the function after each renewal; `close` drops what is due.
 */
export function createTidier(collect: () => void = collector()): { renewed(): void; close(): void } {
  let count = 0
  let timer: NodeJS.Timeout | undefined
  const tidy = () => {
    count = 0
    collect()
  }
  const close = () => clearTimeout(timer)
  return {
    renewed() {
      close()
      count++
      if (count >= MOST) tidy()
      else timer = setTimeout(tidy, PAUSE).unref()
    },
    close,
  }
}

/** V8's own collector, which is there only when a flag says so. */
function collector(): () => void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  return () => {
    if (typeof collect === 'function') collect()
  }
}
