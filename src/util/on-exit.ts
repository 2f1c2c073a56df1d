/** What must be undone however the process ends; run newest first. All of it is synchronous, so that it also runs while Node exits. */
const undoings = new Set<() => void>()

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
