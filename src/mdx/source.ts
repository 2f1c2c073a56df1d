import type { Place, Problem } from '../util/diagnostic.ts'
import type { Address } from './note-address.ts'

/** What the remark plugins note down about one MDX file while it is compiled. */
export interface SlideSource {
  /** Relative to the deck's folder. */
  file: string
  /** As it was when it was compiled. */
  text: string
  frontmatter: Record<string, Located>
  /** Components named in the file that it does not import itself. */
  components: { name: string; place: Place }[]
  /** Of its pictures and links. */
  addresses: Address[]
  problems: Problem[]
}

/** A frontmatter value and where it stands. */
export interface Located {
  value: unknown
  place: Place
}

/** The place of a syntax-tree node; remark counts lines and columns from 1. */
export function placeOf(file: string, node: { position?: { start: { line: number; column: number } } | undefined }): Place {
  const start = node.position?.start
  return start ? { file, line: start.line, column: start.column } : { file }
}
