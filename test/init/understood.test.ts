import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inferred, told, values } from './tell-inferred.ts'

/*
 * Tables as they are found, in understood/: after `=== what it shows` the file as it is, then `→ what is understood of it` and
 * `→ the values of its records`, in the order of the file.
 */

const FOLDER = join(import.meta.dirname, 'understood')

function casesIn(file: string): { what: string; text: string; expected: string[] }[] {
  const [, ...cases] = readFileSync(join(FOLDER, file), 'utf8').split(/^=== /m)
  return cases.map((each) => {
    const [, what = '', text = '', expected = ''] = /^(.*?)\n(.*?)((?<=\n)→ .*)$/s.exec(each) ?? []
    return { what, text, expected: expected.trim().split('\n') }
  })
}

describe.each(readdirSync(FOLDER))('%s', (file) => {
  test.each(casesIn(file))('$what', ({ text, expected }) => {
    const found = inferred(text)
    expect([`→ ${told(found)}`, `→ ${values(found).join(' ')}`]).toEqual(expected)
  })
})
