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

/** Whether a file of the machine imports one of a deck; each folder of the machine may have a namesake there. */
const isOfADeck = (path: string) => (module: string) => module.startsWith('.') && !join(path, '..', module).startsWith('src/')

/** The room of a file: the first folder below `src`. */
const roomOf = (path: string) => path.split('/')[1] ?? ''

/** The rooms that each room imports from, types too. */
function arrows(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const [path] of machine) {
    if (!/\.(?:tsx?|mjs)$/.test(path) || path.split('/').length < 3) continue
    const targets = importsOf(path).filter((module) => module.startsWith('.'))
    const rooms = targets.map((module) => roomOf(join(path, '..', module))).filter((room) => room !== roomOf(path))
    found.set(roomOf(path), new Set([...(found.get(roomOf(path)) ?? []), ...rooms]))
  }
  return found
}

/** The floor of a room: one above the highest room that it imports from. Throws for rooms that import each other in a circle. */
function floorOf(room: string, all: ReadonlyMap<string, ReadonlySet<string>>, above: readonly string[] = []): number {
  if (above.includes(room)) throw new Error(`a circle of rooms: ${[...above.slice(above.indexOf(room)), room].join(' → ')}`)
  const below = [...(all.get(room) ?? [])].map((other) => floorOf(other, all, [...above, room]))
  return 1 + Math.max(0, ...below)
}

describe('the house', () => {
  const rooms = arrows()

  test('has few rooms on few floors, and no arrow between them runs back up', () => {
    expect(rooms.size).toBeGreaterThan(15)
    expect(rooms.size).toBeLessThanOrEqual(22)
    expect(Math.max(...[...rooms.keys()].map((room) => floorOf(room, rooms)))).toBeLessThanOrEqual(10)
  })

  test('has no loose file but what decks import', () => {
    expect([...machine.keys()].filter((path) => path.split('/').length === 2)).toEqual(['src/index.ts'])
  })

  test('the model knows trees and helpers alone', () => {
    expect([...(rooms.get('story') ?? [])].sort()).toEqual(['tree', 'util'])
  })

  test('each room is on the map, above the rooms that it imports from', () => {
    const map = [...readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8').matchAll(/^\| `(\w+)` +\|/gm)].map(
      ([, room = '']) => room,
    )
    expect(map.toSorted()).toEqual([...rooms.keys()].sort())
    const upwards = [...rooms].flatMap(([room, below]) =>
      [...below].filter((other) => map.indexOf(other) <= map.indexOf(room)).map((other) => `${room} → ${other}`),
    )
    expect(upwards).toEqual([])
  })
})

describe('a deck is a guest', () => {
  const decks = ['charts', 'components', 'data', 'slides', 'examples']
  const files = decks.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:tsx?|mdx)$/.test(name) && !/(?:^|\/)dist\//.test(name))
      .map((name) => join(folder, name)),
  )

  test('that imports countdown-story, and nothing of its inside', () => {
    expect(files.length).toBeGreaterThan(100)
    const inside = files.filter((path) => /from '[^']*\bsrc\//.test(readFileSync(join(ROOT, path), 'utf8')))
    expect(inside).toEqual([])
  })
})

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
      (path) => !/^src\/(?:browser\/|publish\/|dev\/watcher\.ts|util\/)/.test(path),
    )
    expect(others).toEqual([])
  })

  test('nobody is told to start the machine but by a script, which looks at the version of Node first', () => {
    expect(filesWith(/node build\.ts/)).toEqual([])
  })

  test('the help loads the flags, and no package', () => {
    const loaded = new Set(['src/cli/main.ts', 'src/cli/flags.ts'])
    // A set goes on through what is added to it.
    for (const path of loaded) {
      const statements = (machine.get(path) ?? '').matchAll(/^import (?!type\b)[^;]*?from '([^']+)'/gm)
      for (const [, module = ''] of statements) loaded.add(module.startsWith('.') ? join(path, '..', module) : module)
    }
    expect([...loaded].filter((module) => !/^(?:src\/|node:)/.test(module))).toEqual([])
    expect(loaded.size).toBeLessThan(30)
  })

  test('the machine does not depend on a deck', () => {
    expect([...machine.keys()].filter((path) => importsOf(path).some(isOfADeck(path)))).toEqual([])
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
