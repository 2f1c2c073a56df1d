import { expect, test } from 'vitest'
import { chooseTheme } from '../../src/init/choose-theme.ts'

test.each([
  ['newsprint', ['Public debt', 'country', 'debt_usd']],
  ['newsprint', []],
  ['harbour', ['Longest rivers', 'River', 'Length (km)']],
  ['harbour', ['Bahnhöfe', 'Bahnhof', 'Reisende']],
  ['orchard', ['Birds of the garden', 'species', 'pairs']],
  ['gallery', ['Best-selling albums', 'Artist', 'Album', 'Copies']],
  ['nocturne', ['Moons of the solar system', 'Moon', 'Radius']],
  // Of several the one with most words.
  ['gallery', ['Films about birds', 'Film', 'Director']],
  // A beginning is no word.
  ['newsprint', ['Carbon', 'Seeds', 'Teaser']],
])('%s suits %j', (theme, texts) => expect(chooseTheme(texts)).toBe(theme))
