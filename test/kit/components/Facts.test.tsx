import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Facts } from '../../../src/kit/components/Facts.tsx'

const long = 'a neighbourhood with a long name of many words'
const values = (count: number) =>
  [
    ...renderToString(
      <Facts facts={Array.from({ length: count }, (_, index) => ({ label: `Fact ${index}`, value: long }))} />,
    ).matchAll(/<dd>(.*?)<\/dd>/g),
  ].map(([, value]) => value)

test('a fact that is too long for its column is cut, the first of five later than the others', () => {
  expect(values(2)).toEqual([long, long])
  expect(values(4)).toEqual(Array.from({ length: 4 }, () => 'a neighbourhood with a…'))
  expect(values(5)[0]?.length).toBeGreaterThan((values(5)[1] ?? '').length + 10)
})

test('without facts there is no strip', () => expect(renderToString(<Facts facts={[]} />)).toBe(''))
