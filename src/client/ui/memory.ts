/** For how long something is kept: in this browser, or in this window. */
type Memory = 'localStorage' | 'sessionStorage'

/** Reads what was kept; undefined when there is nothing or the page may not store anything. */
export function recall(key: string, memory: Memory = 'localStorage'): string | undefined {
  try {
    return window[memory].getItem(`countdown-${key}`) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps something if the page may store anything; without storage it lasts as long as the page. */
export function remember(key: string, value: string, memory: Memory = 'localStorage'): void {
  try {
    window[memory].setItem(`countdown-${key}`, value)
  } catch {
    // Storage is switched off; nothing depends on it.
  }
}
