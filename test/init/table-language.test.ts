import { expect, test } from 'vitest'
import { languageOf } from '../../src/init/table-language.ts'

test.each([
  ['headings and commas', ['Stadt', 'Einwohner'], ['Ulm'], ',', 'de'],
  ['headings and letters', ['Stadt', 'Einwohner'], ['München'], '.', 'de'],
  ['letters and commas', ['Name', 'kg'], ['Bär'], ',', 'de'],
  ['commas alone, as in French', ['Ville', 'Habitants'], ['Lyon'], ',', 'en'],
  ['letters alone, as in names', ['Player', 'Goals'], ['Müller'], '.', 'en'],
  ['a German word within another', ['Rangers', 'Portland'], ['x'], ',', 'en'],
  ['nothing', ['Name', 'Size'], ['a'], '.', 'en'],
] as const)('%s', (_, headers, cells, mark, expected) => expect(languageOf(headers, cells, mark)).toBe(expected))
