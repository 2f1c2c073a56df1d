import { join } from 'node:path'
import { expect, test } from 'vitest'
import { casesIn } from '../table/cases-in.ts'
import { inferred, told, values } from './tell-inferred.ts'

/* Tables as they are found, each with what is understood of it and the values of its records, in the order of the file. */

test.each(casesIn(join(import.meta.dirname, 'understood')))('$what', ({ text, expected }) => {
  const found = inferred(text)
  expect([told(found), values(found).join(' ')]).toEqual(expected)
})
