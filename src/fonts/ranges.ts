/** Whether characters (code points) are in the ranges that a style sheet gives a face. */
export function inRanges(ranges: string, codePoints: readonly number[]): boolean {
  const parsed = parse(ranges)
  return codePoints.every((code) => parsed.some(([first, last]) => code >= first && code <= last))
}

const known = new Map<string, readonly (readonly [first: number, last: number])[]>()

function parse(ranges: string): readonly (readonly [first: number, last: number])[] {
  const parsed =
    known.get(ranges) ??
    [...ranges.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)].map(
      ([, first = '', last = first]) => [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const,
    )
  known.set(ranges, parsed)
  return parsed
}

/** Characters (code points) as a style sheet writes them, neighbours as one range. */
export function rangesOf(codePoints: Iterable<number>): string {
  const spans: [first: number, last: number][] = []
  for (const code of [...new Set(codePoints)].sort((a, b) => a - b)) {
    const span = spans.at(-1)
    if (span?.[1] === code - 1) span[1] = code
    else spans.push([code, code])
  }
  return spans.map(([first, last]) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`).join(',')
}

function hex(code: number): string {
  return code.toString(16).toUpperCase()
}
