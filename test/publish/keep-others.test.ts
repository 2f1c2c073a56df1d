import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { keepOthers } from '../../src/publish/keep-others.ts'
import { publish } from '../../src/publish/publish.ts'
import { freshFolder, origin } from './fresh-folder.ts'

const FILES = [
  { path: 'index.html', contents: 'deck', madeBy: ['deck'] },
  { path: 'assets/font.woff2', contents: 'font', madeBy: ['deck', 'read'] },
  { path: 'read.html', contents: 'page', madeBy: ['read'] },
  { path: 'data/a.csv', contents: 'a,b', madeBy: ['data'] },
]
const present = { origin, untouched: (name: string) => (name === 'data' ? ['baseUrl'] : []), hasPackage: () => true }
let out = ''
beforeEach(async () => {
  out = freshFolder()
  await publish(out, FILES, origin, [])
})

test('outputs of the same origin stay, with their share of common files', () => {
  const { names, files, said } = keepOthers(out, new Set(['deck']), present)
  expect(names).toEqual(['data', 'read'])
  expect(files.map(({ path, contents, madeBy }) => [path, String(contents), madeBy])).toEqual([
    ['assets/font.woff2', 'font', ['read']],
    ['data/a.csv', 'a,b', ['data']],
    ['read.html', 'page', ['read']],
  ])
  expect(said).toEqual(['kept from the build before: data, read'])
})

test.each([
  [{ ...origin, input: 'y' }, 'the story has changed since'],
  [{ ...origin, generator: 'countdown-story 2' }, 'made by countdown-story test'],
  [{ ...origin, settings: { paper: 'letter' } }, 'made with other flags'],
])('none of another origin stays, and all are named', (now, why) => {
  expect(keepOthers(out, new Set(['deck']), { ...present, origin: now })).toEqual({
    names: [],
    files: [],
    said: [`removed: data, read; ${why}`],
  })
})

test('an output stays to which a changed flag makes no difference', () => {
  const now = { ...origin, settings: { ...origin.settings, baseUrl: 'https://example.org/' } }
  expect(keepOthers(out, new Set(['deck']), { ...present, origin: now }).said).toEqual([
    'kept from the build before: data',
    'removed: read; made with other flags',
  ])
})

test('an output with a file missing goes, the others stay', () => {
  rmSync(join(out, 'read.html'))
  const { names, said } = keepOthers(out, new Set(['deck']), present)
  expect(names).toEqual(['data'])
  expect(said[1]).toBe('removed: read; files are missing or not as they were built')
})

test('nothing is said where there was nothing else', () => {
  expect(keepOthers(out, new Set(['deck', 'read', 'data']), present).said).toEqual([])
  expect(keepOthers(freshFolder(), new Set(['deck']), present).said).toEqual([])
})

test('an output stays as long as the packages are there whose notices it passes on', async () => {
  await publish(out, [...FILES, { path: 'map.json', contents: '1', madeBy: ['map'], packages: ['world', '.'] }], origin, [])
  const asked: string[] = []
  const hasPackage = (name: string) => asked.push(name) > 0
  expect(keepOthers(out, new Set(['deck', 'read', 'data']), { ...present, hasPackage }).files).toEqual([
    { path: 'map.json', contents: Buffer.from('1'), madeBy: ['map'], packages: ['world', '.'] },
  ])
  expect(asked).toEqual(['world', '.'])
  expect(keepOthers(out, new Set(['deck']), { ...present, hasPackage: (name) => name !== 'world' }).names).toEqual([
    'data',
    'read',
  ])
  expect(keepOthers(out, new Set(['deck']), present).files.filter((file) => 'packages' in file)).toHaveLength(1)
})
