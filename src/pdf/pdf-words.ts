/** Soft and hard hyphens, and characters that show nothing, those that direct text among them. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u2010\u2011\u202a-\u202e\u2060\u2066-\u2069\ufeff-]/g

/** Letters after which signs are painted on the other side of a word. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/

/**
 * The words of `expected` that are not in `found`, which may have lost the spaces between lines. Case, hyphenation,
 * ligatures and kinds of space do not count, since the page may change all of them.
 */
export function missingWords(expected: string, found: string): string[] {
  const shown = reduce(found)
  const words = new Set(expected.normalize('NFKC').split(RIGHT_TO_LEFT.test(expected) ? /[^\p{L}\p{M}\p{N}]+/u : /\s+/))
  return [...words].filter((word) => !isIn(reduce(word), shown))
}

/** Text that has nothing to reduce but its case: ASCII without spaces and hyphens. */
const PLAIN = /^[!-,.-~]*$/

function reduce(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s/g, '').toLowerCase()
}

/** Lam with alef is painted as one sign, and a letter with its marks, which stay in their order. */
const SIGNS = /ل[اأإآ]|.\p{M}*/gsu

/** Words written from right to left are painted last sign first. */
function isIn(word: string, shown: string): boolean {
  if (shown.includes(word)) return true
  return (
    RIGHT_TO_LEFT.test(word) &&
    (shown.includes([...word].reverse().join('')) || shown.includes((word.match(SIGNS) ?? []).reverse().join('')))
  )
}
