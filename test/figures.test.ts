import { expect, test } from 'vitest'
import { countFigures, writtenFigures } from './figures.ts'

test('CONTRIBUTING.md says how large the house is, within a tenth: `npm run figures` writes it anew', () => {
  const [counted, written] = [countFigures(), writtenFigures()]
  expect(Object.keys(written).sort()).toEqual(Object.keys(counted).sort())
  const wrong = Object.entries(counted).filter(
    ([name, figure]) => Math.abs((written[name as keyof typeof written] ?? 0) / figure - 1) > 0.1,
  )
  expect(wrong).toEqual([])
})
