import { existsSync } from 'node:fs'

/** Files that container engines put into a container. */
const CONTAINER_MARKS = ['/.dockerenv', '/run/.containerenv']

/**
 * Why the browser must do without its own sandbox, or undefined when it need not.
 * Chromium refuses to sandbox itself as root, and containers forbid the namespaces it needs.
 */
export function reasonForNoSandbox(uid = process.getuid?.(), exists: (path: string) => boolean = existsSync): string | undefined {
  if (uid === 0) return 'this is root'
  if (process.platform === 'linux' && CONTAINER_MARKS.some(exists)) return 'this is a container'
  return undefined
}
