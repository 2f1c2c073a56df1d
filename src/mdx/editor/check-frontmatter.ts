import type { Root } from 'mdast'
import type { Diagnostic } from '../../util/diagnostic.ts'
import { readFrontmatter } from '../frontmatter.ts'

/** An error as a parser of MDX throws it, which editors show at its place; lines and columns from 1. */
export interface ParseError extends Error {
  place: { line: number; column: number }
  source: string
  ruleId: string
  url: string
}

/**
 * Throws the first mistake in a slide's frontmatter, in the words of the build: YAML that cannot be read, an unknown key, a value
 * that is no word. Which layouts, scenes, steps and records there are, only the deck can tell.
 */
export function checkFrontmatter({ children }: Root): void {
  const diagnostics: Diagnostic[] = []
  for (const node of children) {
    if (node.type !== 'yaml') continue
    const source = { file: '', text: '', frontmatter: {}, components: [], addresses: [], diagnostics }
    readFrontmatter(node.value, node.position?.start.line ?? 1, source)
  }
  const [first] = diagnostics
  if (first) throw parseError(first)
}

function parseError({ message, location }: Diagnostic): ParseError {
  return Object.assign(new Error(message), {
    place: { line: location?.line ?? 1, column: location?.column ?? 1 },
    source: 'countdown-story',
    ruleId: 'frontmatter',
    url: 'https://yaml.org/spec/1.2.2/',
  })
}
