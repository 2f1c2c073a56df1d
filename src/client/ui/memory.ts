/** Reads a preference of this browser; undefined when there is none or the page may not store any. */
export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(`countdown-${key}`) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a preference if the page may store any; without storage it lasts as long as the page. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`countdown-${key}`, value)
  } catch {
    // Storage is switched off; nothing depends on it.
  }
}
