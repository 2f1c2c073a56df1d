import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build } from 'esbuild'
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

/** Words that only the shipped story has. */
const TRADE = /\b(trade|deficits?|countr(?:y|ies)|tariffs?|exports to|imports from|gdp)\b/i

/** What a file imports: the statements at its head, since the templates of new decks hold others as text. */
function importsOf(path: string): string[] {
  const head = /^(?:import\b[^;]*?from '[^']+'[^\n]*\n)*/.exec(machine.get(path) ?? '')?.[0] ?? ''
  return [...head.matchAll(/from '([^']+)'/g)].map(([, module = '']) => module)
}

const isOfADeck = (module: string) => /^(?:\.\.\/)+(?:slides|data|charts|examples)\//.test(module)

describe('the laws of the architecture', () => {
  test('there is a machine to hold them against', () => expect(machine.size).toBeGreaterThan(50))

  test('the machine knows nothing of trade', () => {
    expect(filesWith(TRADE)).toEqual([])
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

  test('only files, browser, publishing, watching and what is kept touch the disk', () => {
    const others = filesWith(/from 'node:fs/).filter(
      (path) => !/^src\/(files\.ts|browser\/|kept\/|publish\/|watch\/disk\.ts)/.test(path),
    )
    expect(others).toEqual([])
  })

  test('nobody is told to start the machine but by a script, which looks at the version of Node first', () => {
    expect(filesWith(/node build\.ts/)).toEqual([])
  })

  test('the machine does not depend on a deck', () => {
    expect([...machine.keys()].filter((path) => importsOf(path).some(isOfADeck))).toEqual([])
  })

  test('the machine knows nothing of the examples', () => {
    expect(filesWith(/\b(seattle|rainfall|wet days?|climate|anomal(?:y|ies)|gistemp)\b/i)).toEqual([])
  })

  test('what every deck may use brings nothing of trade with it', async () => {
    const modules = ['src/index.ts', 'src/kit/components/index.ts', 'src/kit/charts/index.ts']
    const { metafile } = await build({
      absWorkingDir: ROOT,
      entryPoints: modules,
      bundle: true,
      write: false,
      metafile: true,
      outdir: 'none',
      platform: 'node',
      format: 'esm',
      packages: 'external',
    })
    const brought = Object.keys(metafile.inputs)
    expect(brought).toEqual(expect.arrayContaining(modules))
    expect(brought.filter((path) => /^(?:data|slides|examples)\//.test(path))).toEqual([])
    expect(brought.filter((path) => TRADE.test(readFileSync(join(ROOT, path), 'utf8')))).toEqual([])
  })
})
