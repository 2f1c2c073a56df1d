import { expect, test } from 'vitest'
import { createManifest, parseManifest } from '../../src/publish/manifest.ts'
import { origin } from './publish-forever.ts'

const FILES = [
  { path: 'b.txt', contents: 'b', madeBy: ['deck'], packages: ['reveal.js'] },
  { path: 'a/é.txt', contents: 'é' },
  { path: 'a.txt', contents: '' },
]
const manifest = createManifest(FILES, origin)
const [entry] = manifest.outputs
const parsed = (change: object) => parseManifest(JSON.stringify({ ...manifest, ...change }))
const withEntry = (change: object) => parsed({ outputs: [{ ...entry, ...change }] })

test('files stand in the order of their paths, with sizes in bytes', () => {
  expect(manifest.outputs.map(({ path, size, madeBy, packages }) => [path, size, madeBy, packages])).toEqual([
    ['a.txt', 0, [], undefined],
    ['a/é.txt', 2, [], undefined],
    ['b.txt', 1, ['deck'], ['reveal.js']],
  ])
  expect(createManifest(FILES.toReversed(), origin)).toEqual(manifest)
})

test('what was written is read', () => {
  expect(parsed({})).toEqual(manifest)
  expect(parsed({ settings: undefined })?.settings).toEqual({})
  expect(parsed({ outputs: [{ path: 'a', size: 0, sha256: '' }] })?.outputs).toEqual([
    { path: 'a', size: 0, sha256: '', madeBy: [] },
  ])
  expect(withEntry({ packages: ['.', 'vega', '@scope/name'] })?.outputs[0]?.packages).toHaveLength(3)
})

test.each([
  ['no JSON', () => parseManifest('{')],
  ['nothing', () => parseManifest('null')],
  ['another generator', () => parsed({ generator: 'other 1' })],
  ['no generator', () => parsed({ generator: undefined })],
  ['no input', () => parsed({ input: 5 })],
  ['no list', () => parsed({ outputs: {} })],
  ['a path elsewhere', () => withEntry({ path: '../a' })],
  ['no path', () => withEntry({ path: 5 })],
  ['no size', () => withEntry({ size: '5' })],
  ['no hash', () => withEntry({ sha256: 5 })],
  ['no makers', () => withEntry({ madeBy: 'deck' })],
  ['packages that are none', () => withEntry({ packages: 'vega' })],
  ['a package elsewhere', () => withEntry({ packages: ['vega', '../etc'] })],
])('with %s it is none of ours', (_, parse) => {
  expect(parse()).toBeUndefined()
})
