import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFormat } from '../../src/kit/create-format.ts'
import { applyDiff, readBlocks } from './read-blocks.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const page = readFileSync(join(ROOT, 'docs', 'languages.md'), 'utf8')
const rows = [...page.matchAll(/^\| `(\w+)\(([^)]+)\)` +\| (.+?) +\| (.+?) +\|$/gm)].map(
  (row) => row.slice(1) as [string, string, string, string],
)

test('the table has an example of every kind of figure', () => {
  expect(rows.map(([kind]) => kind)).toEqual(Object.keys(createFormat('en')))
})

test.each(rows)('%s(%s) is printed as the page says', (kind, argument, english, german) => {
  const value = argument.startsWith("'") ? argument.slice(1, -1) : Number(argument.replaceAll('_', ''))
  const print = (lang: string) => {
    const formatter = createFormat(lang) as unknown as Record<string, (value: string | number) => string>
    return formatter[kind]?.(value).replaceAll('\u00a0', ' ')
  }
  expect([print('en'), print('de')]).toEqual([english, german])
})

test('a language is added where the page says', () => {
  const diffs = readBlocks(page).filter(({ language }) => language === 'diff')
  const words = diffs.reduce(
    (text, { code }) => applyDiff(text, code),
    readFileSync(join(ROOT, 'src', 'messages', 'messages.ts'), 'utf8'),
  )
  expect(words).toContain("import { fr } from './fr.ts'")
  expect(words).toContain('= { de, en, fr }')
})
