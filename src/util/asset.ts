import { hash } from 'node:crypto'
import type { OutputFile } from './output-file.ts'

/** Folder of everything whose name carries a hash of its content. */
export const ASSETS = 'assets'

/** Puts a text or bytes into a file of its own, named by its content: `deck.css` becomes `assets/deck.1f2e3d4c.css`. */
export function asset(name: string, contents: OutputFile['contents']): OutputFile {
  const start = hash('sha256', contents).slice(0, 8)
  return { path: `${ASSETS}/${name.replace(/\.(\w+)$/, `.${start}.$1`)}`, contents }
}
