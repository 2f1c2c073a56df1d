import { expect, test } from 'vitest'
import { languageOf } from '../../src/init/table-language.ts'
import type { DecimalMark } from '../../src/table/printed-number.ts'

test.each([
  ['headings and commas', ['Stadt', 'Einwohner'], ['Ulm'], ',', 'de'],
  ['headings and letters', ['Stadt', 'Einwohner'], ['München'], '.', 'de'],
  ['letters and commas', ['Name', 'kg'], ['Bär'], ',', 'de'],
  ['commas alone, as in French', ['Ville', 'Habitants'], ['Lyon'], ',', 'en'],
  ['letters alone, as in names', ['Player', 'Goals'], ['Müller'], '.', 'en'],
  ['a German word within another', ['Rangers', 'Portland'], ['x'], ',', 'en'],
  ['letters that German has not', ['Stad', 'Höhe', 'Länge', 'år'], ['x'], ',', 'en'],
  ['nothing', ['Name', 'Size'], ['a'], '.', 'en'],
  ['a title and letters', ['31.12.2023'], ['Thüringen'], '.', 'de', 'Bevölkerung der Länder'],
] satisfies [string, string[], string[], DecimalMark, string, string?][])(
  '%s',
  (_, headers, cells, mark, expected, title = undefined) => expect(languageOf(title, headers, cells, mark)).toBe(expected),
)
