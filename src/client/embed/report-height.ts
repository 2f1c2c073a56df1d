/** What the page around an embedded chart hears whenever its height changes; `height` is in CSS px. */
export interface HeightMessage {
  type: 'countdown-story:height'
  height: number
}

/** Tells the page around this one how high this one is, now and after every change, by message and, where it sizes frames itself, by its own means. */
export function reportHeight(): void {
  if (parent === window) return
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
    parent.postMessage({ type: 'countdown-story:height', height } satisfies HeightMessage, '*')
    try {
      ;(window as { requestResize?(): void }).requestResize?.()
    } catch {
      // Where a browser does not let this page ask, the message does.
    }
  }
  // Browsers observe nothing in frames that are out of sight; what is below has its height from the start.
  tell()
  void document.fonts.ready.then(tell)
  new ResizeObserver(tell).observe(document.documentElement)
}
