import { expect, test } from 'vitest'
import type { Overrides } from '../../src/init/choose-roles.ts'
import { deckFiles } from '../../src/init/write-deck.ts'
import { inferred } from './tell-inferred.ts'

/* All files of a new deck, as they are written, and what those of tables of other kinds have instead of so many of its lines. */

const filesOf = (name: string, overrides: Overrides, table: string) => {
  const { draft } = inferred(table, overrides, `${name}.csv`)
  const files = deckFiles(draft, '../generator').filter(({ path }) => !/tsconfig|README|gitignore/.test(path))
  return new Map(files.map(({ path, contents }) => [path, String(contents)]))
}

const rows = (count: number, row: (index: number) => string) => Array.from({ length: count }, (_, index) => row(index)).join('\n')

const AMOUNTS = filesOf(
  'amounts',
  { top: 5 },
  `Firm,Revenue,Kind,Founded,Note\n${rows(14, (at) => `F${at},$${(at + 1) ** 3}.5 million,${'xyz'[at % 3]},${1900 + at},n${at}`)}\n`,
)

test('a new deck of amounts', async () => {
  const all = [...AMOUNTS].map(([path, contents]) => `=== ${path}\n${contents}`)
  await expect(all.join('\n')).toMatchFileSnapshot('expected/amounts.txt')
})

test.each([
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
  ['losses', { first: 'largest' as const }, `word,Change,Sort\n${rows(9, (at) => `w${at},${at * 100 - 450},x`)}\n`],
] as [string, Overrides, string][])('what a new deck of %s has otherwise', async (name, overrides, table) => {
  const own = filesOf(name, overrides, table)
  const others = [...new Set([...AMOUNTS.keys(), ...own.keys()].map((path) => path.replace('amounts', name)))].map((path) => {
    const before = (AMOUNTS.get(path.replace(name, 'amounts')) ?? '').replaceAll('amounts', name).split('\n')
    const now = (own.get(path) ?? '').split('\n')
    const [more, less] = [now.filter((line) => !before.includes(line)), before.filter((line) => !now.includes(line))]
    return more.length + less.length > 0 ? [`=== ${path}: ${less.length} lines are`, ...more] : []
  })
  await expect(`${others.flat().join('\n')}\n`).toMatchFileSnapshot(`expected/${name}.txt`)
})
