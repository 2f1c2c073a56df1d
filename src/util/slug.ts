/** Accents and points, which words are known without; vowels of Devanagari, Thai and the like, and voiced kana, are letters. */
const ACCENTS = /[[\p{M}&&[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]]--[\u3099\u309a]]/gv

/** A name as an id for links: lower case, accents dropped, letters and digits of any script kept, the rest one hyphen. `Côte d’Ivoire` is `cote-d-ivoire`. */
export function slug(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(/[\u200c\u200d]/g, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)
  return (words ?? []).join('-').normalize('NFC')
}
