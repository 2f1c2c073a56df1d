import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { records } from '../data/records.ts'

const ROOT = join(import.meta.dirname, '..')

/** The machine's own files, by path. */
const machine = new Map(
  readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(ROOT, path), readFileSync(path, 'utf8')]),
)

function filesWith(pattern: RegExp): string[] {
  return [...machine].filter(([, text]) => pattern.test(text)).map(([path]) => path)
}

describe('the laws of the architecture', () => {
  test('there is a machine to hold them against', () => expect(machine.size).toBeGreaterThan(50))

  test('the machine knows nothing of trade', () => {
    expect(filesWith(/\b(trade|deficits?|countr(?:y|ies)|tariffs?|exports to|imports from|gdp)\b/i)).toEqual([])
  })

  test('the machine names no country', () => {
    const names = records.map(({ name }) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    expect(filesWith(new RegExp(`\\b(${names.join('|')})\\b`))).toEqual([])
  })

  test('only src/browser knows Puppeteer', () => {
    expect(filesWith(/from '[^']*puppeteer|import\('[^']*puppeteer/).filter((path) => !path.startsWith('src/browser/'))).toEqual(
      [],
    )
  })

  test('only files, browser, publishing and watching touch the disk', () => {
    const others = filesWith(/from 'node:fs/).filter((path) => !/^src\/(files\.ts|browser\/|publish\/|watch\/disk\.ts)/.test(path))
    expect(others).toEqual([])
  })

  test('the machine does not depend on a deck', () => {
    expect(filesWith(/from '(?:\.\.\/)+(?:slides|data|charts|examples)\//)).toEqual([])
  })
})
