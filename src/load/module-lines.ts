/** The module that a line of a bundle begins, relative to the deck's folder: esbuild puts a comment before each. */
export function moduleStartedBy(line: string): string | undefined {
  return /^\s*\/\/ (\S.*\.\w+)$/.exec(line)?.[1]
}
