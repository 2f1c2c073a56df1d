/** A fenced block of a page of the documentation. */
export interface Block {
  /** First word after the fence: `ts`, `diff`, `sh`. */
  language: string
  /** What it is about: the path after `file=`. */
  file?: string
  /** Whether its commands are to be run: `sh run`. */
  run: boolean
  /** What is inside, with a line end at its end. */
  code: string
}

/** Reads the fenced blocks of a Markdown text, in their order. */
export function readBlocks(markdown: string): Block[] {
  return [...markdown.matchAll(/^(`{3,})(\w+)([^\n]*)\n(.*?)^\1$/gms)].map(([, , language = '', about = '', code = '']) => {
    const file = /\bfile=(\S+)/.exec(about)?.[1]
    return { language, ...(file !== undefined && { file }), run: /\brun\b/.test(about), code }
  })
}

/**
 * Does what a `diff` block says: the lines that begin with a space or a minus must stand in the text together and once; those
 * that begin with a space or a plus take their place. Throws for a text that has them otherwise.
 */
export function applyDiff(text: string, diff: string): string {
  const lines = diff.split('\n').slice(0, -1)
  const side = (sign: string) =>
    lines.filter((line) => line.startsWith(' ') || line.startsWith(sign)).map((line) => line.slice(1))
  const before = `\n${side('-').join('\n')}\n`
  const parts = `\n${text}`.split(before)
  if (parts.length !== 2) throw new Error(`found these lines ${parts.length - 1} times, expected once:${before}`)
  return parts.join(`\n${side('+').join('\n')}\n`).slice(1)
}
