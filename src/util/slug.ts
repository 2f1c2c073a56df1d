/** A name as an id for links: lower case, accents dropped, letters and digits of any script kept, the rest one hyphen. `Côte d’Ivoire` is `cote-d-ivoire`. */
export function slug(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return (words ?? []).join('-').normalize('NFC')
}
