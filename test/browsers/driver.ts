/** A window of some browser, as a person uses it. */
export interface Driver {
  goTo(address: string): Promise<void>
  /** The value of an expression in the page, awaited. */
  evaluate<T>(expression: string): Promise<T>
  /** Presses a key by its name, such as `ArrowRight`. */
  press(key: Key): Promise<void>
  /** Of the page's own area, in px. */
  resize(width: number, height: number): Promise<void>
  back(): Promise<void>
  reload(): Promise<void>
  /** The window that this one has opened. */
  popup(): Promise<Driver>
}

export type Key = 'ArrowRight' | 'ArrowLeft' | 'Home' | 'End' | 'Enter' | 'Escape' | 'PageDown' | (string & {})

/** A browser that was started. */
export interface Running {
  window: Driver
  version: string
  close(): Promise<void>
}

/** A browser, which this machine may have. */
export interface Browser {
  name: 'Chromium' | 'Firefox' | 'WebKit'
  /** Undefined where it is not installed; rejects where it does not start. */
  start(): Promise<Running | undefined>
}

/** Waits until something is so. Rejects after half a minute with what was waited for. */
export async function until(what: string, is: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await is().catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`waited in vain until ${what}`)
}
