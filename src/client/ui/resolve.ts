import type { Entry } from './entries.ts'

/** What an address says after its `#`. */
export function textOfAddress(hash: string): string {
  const text = hash.replace(/^#/, '')
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The name in an address, in lower case and without the slashes around it. Empty where there is none. */
export function nameInAddress(hash: string): string {
  return textOfAddress(hash).replace(/^\//, '').split('/')[0]?.trim().toLowerCase() ?? ''
}

/** The step that an address says behind its name; 0 where it says none. */
export function stepInAddress(hash: string): number {
  return Number(/^\/?[^/]+\/(\d+)\/?$/.exec(textOfAddress(hash))?.[1] ?? 0)
}

/** The slide of a name: by its id, an id that it had before, its rank (`rank-5`) or its position from 0 (`5`). */
export function resolveName(entries: readonly Entry[], name: string): Entry | undefined {
  if (/^\d+$/.test(name)) return entries[Math.min(Number(name), entries.length - 1)]
  const rank = Number(/^rank-(\d+)$/.exec(name)?.[1])
  return (
    entries.find(({ id }) => id === name) ??
    entries.find(({ aliases }) => aliases.includes(name)) ??
    entries.find((entry) => entry.rank === rank)
  )
}
