/** What must be undone however the process ends; run newest first. All of it is synchronous, so that it also runs while Node exits. */
const undoings = new Set<() => void>()

/** Exit codes of the signals that end a build: 128 plus the signal's number, as shells have it. */
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/**
 * Registers what to undo when the process ends early: a browser to kill, a folder to remove.
 * Returns a function that undoes it now and takes it off the list; calling that twice does nothing more.
 */
export function onExit(undo: () => void): () => void {
  if (undoings.size === 0) process.once('exit', undoAll)
  const once = () => {
    if (!undoings.delete(once)) return
    if (undoings.size === 0) process.off('exit', undoAll)
    undo()
  }
  undoings.add(once)
  return once
}

/** Undoes everything; one failure does not keep the others from being undone. */
function undoAll(): void {
  for (const undo of [...undoings].reverse()) {
    try {
      undo()
    } catch {
      // The process is ending: what cannot be undone now is swept by the next build.
    }
  }
}

/**
 * Makes Ctrl-C, TERM and HUP end the process with 130, 143 or 129, and with nothing left behind.
 * The one place that handles signals; the command line calls it once, before anything is started.
 */
export function exitOnSignals(say: (message: string) => void = () => {}): void {
  for (const [signal, code] of Object.entries(EXIT_CODES)) {
    process.once(signal, () => {
      undoAll()
      say(`stopped by ${signal}`)
      process.exit(code)
    })
  }
}
