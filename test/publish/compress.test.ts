import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compress } from '../../src/publish/compress.ts'
import { parseManifest } from '../../src/publish/manifest.ts'
import { runFolder } from '../run-folder.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const work = runFolder('compress')

const long = 'The same words again and again. '.repeat(100)
const pathsOf = (files: readonly { path: string }[]) => files.map(({ path }) => path)

test('what is unpacked is what was packed', async () => {
  const files = [
    { path: 'index.html', contents: long },
    { path: 'data/all.csv', contents: Buffer.from(`\u{feff}ä,ö\n${long}`) },
  ]
  const made = await compress(files)
  expect(pathsOf(made)).toEqual(['index.html.br', 'index.html.gz', 'data/all.csv.br', 'data/all.csv.gz'])
  for (const { path, contents } of made) {
    const original = files.find((file) => path.startsWith(file.path))
    const unpack = path.endsWith('.br') ? brotliDecompressSync : gunzipSync
    expect(unpack(contents).equals(Buffer.from(original?.contents ?? '')), path).toBe(true)
    expect(contents.length).toBeLessThan(Buffer.from(original?.contents ?? '').length / 5)
  }
})

test('only where it makes a file smaller', async () => {
  expect(
    await compress([
      { path: 'a.json', contents: '{}' },
      { path: 'b.css', contents: '' },
    ]),
  ).toEqual([])
})

test('what is packed already, or is read by hosts themselves, is left alone', async () => {
  const paths = ['a.pdf', 'share/b.png', 'assets/c.woff2', 'd.jpg', '_headers', '.nojekyll', 'index.html.br']
  expect(await compress(paths.map((path) => ({ path, contents: long })))).toEqual([])
})

test('the same bytes every time, with nothing of the clock or the system in them', async () => {
  const [first, second] = [await compress([{ path: 'a.js', contents: long }]), await compress([{ path: 'a.js', contents: long }])]
  expect(first).toEqual(second)
  // RFC 1952: the time is in bytes 4 to 7, the system in byte 9.
  expect([...(first[1]?.contents.slice(4, 8) ?? []), first[1]?.contents.at(9)]).toEqual([0, 0, 0, 0, 255])
})

test('--compress publishes them, and the manifest lists them', async () => {
  const args = ['build.ts', 'test/decks/minimal', '--only', 'data,hosting', '--compress', '--out', join(work, 'dist')]
  await promisify(execFile)(process.execPath, args, { cwd: ROOT })
  const manifest = parseManifest(readFileSync(join(work, 'dist', 'manifest.json'), 'utf8'))
  const packed = pathsOf(manifest?.outputs ?? []).filter((path) => path.endsWith('.br'))
  expect(packed).toContain('404.html.br')
  for (const path of packed) {
    const original = readFileSync(join(work, 'dist', path.slice(0, -3)))
    expect(brotliDecompressSync(readFileSync(join(work, 'dist', path))).equals(original), path).toBe(true)
  }
})
