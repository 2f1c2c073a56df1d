import { expect, test } from 'vitest'
import { deckFiles } from '../../src/init/write-deck.ts'
import { inferred } from './tell-inferred.ts'

/* All files of new decks, as they are written: what their templates say of different tables. */

const rows = (count: number, row: (index: number) => string) => Array.from({ length: count }, (_, index) => row(index)).join('\n')

test.each([
  [
    'amounts',
    { top: 5 },
    `Firm,Revenue,Kind,Founded,Note\n${rows(14, (at) => `F${at},$${(at + 1) ** 3}.5 million,${'xyz'[at % 3]},${1900 + at},n${at}`)}\n`,
  ],
  [
    'shares',
    { value: 'Anteil (%)' },
    `Rang;Land;Anteil (%);Größe\n${rows(7, (at) => `${at + 1}.;Ort ${at};${60 - at * at},5;${at === 2 ? '' : at * 3}`)}\n`,
  ],
  ['times', {}, `Runner,Time,Age\n${rows(6, (at) => `R${at},2:0${at}:10,${20 + ((at * 7) % 5)}`)}\n,2:10:00,3\n`],
  [
    'places',
    {},
    `State,Growth (°C)\n${'Ohio Utah Iowa Maine Texas Idaho Alaska Kansas Nevada'
      .split(' ')
      .map((name, at) => `${name},${at * 2 + 1}`)
      .join('\n')}\n`,
  ],
  ['losses', { first: 'largest' as const }, `word,Change\n${rows(9, (at) => `w${at},${at * 100 - 450}`)}\n`],
])('a new deck of %s', async (name, overrides, table) => {
  const { draft } = inferred(table, overrides, `${name}.csv`)
  const files = deckFiles(draft, '../generator').filter(({ path }) => !/tsconfig|README|gitignore/.test(path))
  await expect(files.map(({ path, contents }) => `=== ${path}\n${contents}`).join('\n')).toMatchFileSnapshot(
    `expected/${name}.txt`,
  )
})
