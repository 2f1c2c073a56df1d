import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A table as it is found, and what is expected of it. */
interface Case {
  /** Its file, and what it shows. */
  what: string
  text: string
  expected: string[]
}

/** The cases in the files of a folder: `=== what it shows`, the table as it is, then what is expected, each line after `→ `. */
export function casesIn(folder: string): Case[] {
  return readdirSync(folder).flatMap((file) => {
    const [, ...cases] = readFileSync(join(folder, file), 'utf8').split(/^=== /m)
    return cases.map((each) => {
      const [, what = '', text = '', expected = ''] = /^(.*?)\n(.*?)((?<=\n)→ .*)$/s.exec(each) ?? []
      return { what: `${file}: ${what}`, text, expected: expected.trim().split(/\n?→ /).slice(1) }
    })
  })
}
