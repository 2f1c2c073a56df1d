/**
 * Registers what to undo however the process ends: a browser to kill, a folder to remove. It must be synchronous, so that it also
 * runs while Node exits; the newest comes first. Returns a function that undoes it now; calling that twice does nothing more.
 */
export function onExit(undo: () => void): () => void {
  const listener = () => {
    try {
      undo()
    } catch {
      // The process is ending: what cannot be undone now is swept by the next build.
    }
  }
  process.setMaxListeners(0)
  process.prependListener('exit', listener)
  return () => {
    if (!process.listeners('exit').includes(listener)) return
    process.off('exit', listener)
    undo()
  }
}
