import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Changes } from './outcome.ts'

/** A file of the smallest deck. */
export function read(path: string): string {
  return readFileSync(join(import.meta.dirname, '../decks/minimal', path), 'utf8')
}

/** Makes the changes that replace one passage of a file of the smallest deck. Throws when there is no such passage. */
export function edited(path: string): (from: string, to: string) => Changes {
  const text = read(path)
  return (from, to) => {
    if (!text.includes(from)) throw new Error(`${path} has no ${from}`)
    return { [path]: text.replace(from, () => to) }
  }
}
