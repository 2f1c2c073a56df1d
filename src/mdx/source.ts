import type { Diagnostic, Location } from '../util/diagnostic.ts'
import type { Address } from './note-address.ts'

/** What the remark plugins note down about one MDX file while it is compiled. */
export interface SlideSource {
  /** Relative to the deck's folder. */
  file: string
  /** As it was when it was compiled. */
  text: string
  frontmatter: Record<string, Located>
  /** Components named in the file that it does not import itself. */
  components: { name: string; location: Location }[]
  /** Of its pictures and links. */
  addresses: Address[]
  diagnostics: Diagnostic[]
}

/** A frontmatter value and where it stands. */
export interface Located {
  value: unknown
  location: Location
}

/** The location of a syntax-tree node; remark counts lines and columns from 1. */
export function locationOf(file: string, node: { position?: { start: { line: number; column: number } } | undefined }): Location {
  const start = node.position?.start
  return start ? { file, line: start.line, column: start.column } : { file }
}
