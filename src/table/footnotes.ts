/** A text without the marks of footnotes, and those marks. */
export interface Unmarked {
  text: string
  marks: readonly string[]
}

const BRACKETED =
  /(?<!\s)\s*\[(?:[a-z]{1,2}|\d{1,3}|[ivx]{1,4}|(?:note|nb|n|fn|anm\.?|r|citation needed|update|when\?)\s*\d*|[*†‡])\]/giu
const SIGNS = /(?:(?<![\s*†‡§¶])\s*[*†‡§¶]+|(?<![\s⁰¹²³⁴-⁹ᵃ-ᶻ])\s*[⁰¹²³⁴-⁹ᵃ-ᶻ]+)$/u

/** Takes footnote marks off a name or the head of a column: `[a]`, `[12]`, `[note 1]`, `*`, `†`, superscripts. */
export function withoutFootnotes(text: string): Unmarked {
  const marks: string[] = []
  const take = (pattern: RegExp) => (from: string) =>
    from.replace(pattern, (mark) => {
      marks.push(mark.trim())
      return ''
    })
  const bare = [BRACKETED, SIGNS].reduce((rest, pattern) => take(pattern)(rest), text).trim()
  // `m²` ends in no footnote, and a text of nothing but marks is one.
  if (bare === '' || (/^[⁰¹²³⁴-⁹]$/.test(marks.at(-1) ?? '') && /(?:^|[\s(/])[kcmd]?m$/.test(bare))) return { text, marks: [] }
  return { text: bare, marks }
}
