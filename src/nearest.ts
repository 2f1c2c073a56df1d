/** How many single-character edits turn one word into the other (Levenshtein distance). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The known name closest to a misspelt one, or undefined when none is near. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(2, Math.ceil(name.length / 3)) + 1
  for (const candidate of known) {
    const edits = distance(name.toLowerCase(), candidate.toLowerCase())
    if (edits < least) {
      least = edits
      best = candidate
    }
  }
  return best
}

/** The end of a message about an unknown name: the nearest known one, and the known ones (at most twelve). */
export function suggest(name: string, known: Iterable<string>): string {
  const all = [...known].sort()
  const near = nearest(name, all)
  const listed = all.length > 12 ? `${all.slice(0, 12).join(', ')}, … (${all.length})` : all.join(', ')
  return `${near === undefined ? '' : `did you mean \`${near}\`? `}known: ${listed || 'none'}`
}
