import names from './place-names.json' with { type: 'json' }

/** A map that names may stand on: the world by ISO 3166-1 alpha-2, or the United States by postal codes. */
export type Atlas = keyof typeof names

/** Languages whose names of the world are known. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt']
/** So large a part of a table's names, and so many of them, make a map worth drawing. */
const [MOST, LEAST] = [0.8, 8]

const known = new Map<Atlas, ReadonlyMap<string, string>>()

/** The code of a place by its name, in any of several languages; undefined where the map has none of it. */
export function placeCode(atlas: Atlas, name: string): string | undefined {
  const codes = known.get(atlas) ?? codesByName(atlas)
  known.set(atlas, codes)
  return codes.get(keyOf(name)) || undefined
}

/** The map on which nearly all of these names are; undefined where there is none. */
export function atlasOf(all: readonly string[]): Atlas | undefined {
  const found = (atlas: Atlas) => new Set(all.flatMap((name) => placeCode(atlas, name) ?? [])).size
  return (['states', 'world'] as const).find((atlas) => found(atlas) >= Math.max(LEAST, all.length * MOST))
}

function codesByName(atlas: Atlas): Map<string, string> {
  const codes = new Map<string, string>()
  if (atlas === 'world')
    for (const language of LANGUAGES)
      for (const style of ['long', 'short'] as const) {
        const region = new Intl.DisplayNames(language, { type: 'region', style })
        for (const code of names.world.codes.split(' ')) codes.set(keyOf(region.of(code) ?? code), code)
      }
  for (const [name, code] of Object.entries(names[atlas].also)) codes.set(name, code)
  return codes
}

/** Names without accents, flags, articles, dots and what brackets add. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\(.*?\)|\[.*?\]/g, ' ')
    .replaceAll('&', ' and ')
    .replace(/\bst\.? /g, 'saint ')
    .replace(/[^\p{L}]+/gu, ' ')
    .replace(/\bund\b/g, 'and')
    .replace(/^ ?(?:the )?| $/g, '')
}
