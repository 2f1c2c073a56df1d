/**
 * How many edits of a character turn one word into the other; two neighbours that changed places are one edit
 * (optimal string alignment distance).
 */
export function distance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = swapped ? (beforeLast[j - 2] ?? 0) + 1 : Infinity
      row.push(Math.min(substitution, swap, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}

/** The known name closest to a misspelt one, whatever the case; failing that, the first one that begins with it. Undefined when none is near. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase()
  const candidates = [...known]
  let best: string | undefined
  let least = Infinity
  for (const candidate of candidates) {
    // One edit in three characters is a slip; more is another word.
    const most = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3))
    if (Math.abs(candidate.length - wanted.length) > most) continue
    const edits = distance(wanted, candidate.toLowerCase())
    if (edits > most || edits >= least) continue
    least = edits
    best = candidate
  }
  return best ?? (wanted.length < 3 ? undefined : candidates.find((candidate) => candidate.toLowerCase().startsWith(wanted)))
}

/** The end of a message about an unknown name: the nearest known one, and the known ones (at most twelve). */
export function suggest(name: string, known: Iterable<string>): string {
  const all = [...new Set(known)].sort()
  const near = nearest(name, all)
  const listed = all.length > 12 ? `${all.slice(0, 12).join(', ')}, … (${all.length})` : all.join(', ')
  return `${near === undefined ? '' : `did you mean \`${near}\`? `}known: ${listed || 'none'}`
}
