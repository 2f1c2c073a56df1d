import { hash } from 'node:crypto'

/** A finished file, its path relative to the output folder. */
export interface OutputFile {
  path: string
  contents: string | Uint8Array
  /** Names of the outputs that it belongs to, noted when those of all outputs are put together; several pages share their fonts. */
  madeBy?: readonly string[]
  /** Packages whose code, fonts or outlines are in it, as `packageName` names them. */
  packages?: readonly string[]
}

/** Folder of everything whose name carries a hash of its content. */
export const ASSETS = 'assets'

/** Puts a text or bytes into a file of its own, named by its content: `deck.css` becomes `assets/deck.1f2e3d4c.css`. */
export function asset(name: string, contents: OutputFile['contents']): OutputFile {
  const start = hash('sha256', contents).slice(0, 8)
  return { path: `${ASSETS}/${name.replace(/\.(\w+)$/, `.${start}.$1`)}`, contents }
}
