import { expect, test } from 'vitest'
import { atlasOf, placeCode } from '../../src/table/places.ts'

test.each([
  ['Germany', 'DE'],
  ['Deutschland', 'DE'],
  ['Allemagne', 'DE'],
  ['🇩🇪 Germany', 'DE'],
  ['The Gambia', 'GM'],
  ['Bosnia and Herzegovina', 'BA'],
  ['Bosnien und Herzegowina', 'BA'],
  ['Korea, Rep.', 'KR'],
  ['St. Lucia', 'LC'],
  ["Côte d'Ivoire", 'CI'],
  ['U.S.', 'US'],
  ['Narnia', undefined],
])('%s is %s', (name, code) => expect(placeCode('world', name)).toBe(code))

test('nearly all names have to be on a map, and a few are none', () => {
  const world = ['Chad', 'Chile', 'China', 'Cuba', 'Egypt', 'Fiji', 'France', 'Georgia', 'Ghana']
  expect(atlasOf(world)).toBe('world')
  expect(atlasOf([...world, 'Atlantis', 'Utopia'])).toBe('world')
  expect(atlasOf([...world, 'Atlantis', 'Utopia', 'Narnia'])).toBeUndefined()
  expect(atlasOf(world.slice(0, 4))).toBeUndefined()
  expect(atlasOf(['Texas', 'Ohio', 'Maine', 'Iowa', 'Utah', 'Georgia', 'Nevada', 'Alaska'])).toBe('states')
})
