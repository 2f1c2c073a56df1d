import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDeckStyle } from '../../src/load/deck-style.ts'
import { formatDiagnostic } from '../../src/util/diagnostic.ts'

let folder: string

const SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8H0z"/></svg>'

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'countdown-deck-style-'))
  mkdirSync(join(folder, 'slides'))
  writeFileSync(join(folder, 'slides', 'square.svg'), SQUARE)
  writeFileSync(join(folder, 'slides', 'runs.svg'), SQUARE.replace('<path', '<script>1</script><path'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function read(css: string) {
  writeFileSync(join(folder, 'slides', 'style.css'), css)
  return readDeckStyle(folder)
}

test('a deck need not have one; it is looked for', async () => {
  rmSync(join(folder, 'slides', 'style.css'), { force: true })
  expect(await readDeckStyle(folder)).toEqual({ files: ['slides/style.css'], diagnostics: [] })
})

test('rules come without their comments, in what browsers of the last years know', async () => {
  const { css, diagnostics } = await read('/* Ours. */\n.slide { .headline { color: red } }\n')
  expect(diagnostics).toEqual([])
  expect(css).toBe('.slide{.headline{color:red}}')
})

test('a picture of the deck is carried inside, and watched', async () => {
  const { css, files, diagnostics } = await read('.slide { background: url(square.svg) }')
  expect(diagnostics).toEqual([])
  expect(css).toMatch(/^\.slide\{background:url\(["']?data:image\/svg\+xml[;,].*\)\}$/)
  expect(files).toEqual(['slides/style.css', 'slides/square.svg'])
})

test('what it writes ends no style element', async () => {
  const { css } = await read('.a::before { content: "</style><p>" }')
  expect(css).toContain('<p>')
  expect(css).not.toMatch(/<\/style/i)
})

describe('its mistakes are told with their place', () => {
  test.each([
    ['p {}\n@import "./other.css";', '2:1 found `@import` after other rules, where it does nothing; move it to the top'],
    ['@import "./other.css";', '1:9 found `@import`, expected rules; write those of `./other.css` into slides/style.css'],
    ['@import url(//a.example/b.css);', '1:9 found `@import`, expected rules; write those of `//a.example/b.css`'],
    ['.a{background:url(//a.example/b.png)}', '1:15 found the address `//a.example/b.png`, expected a file of the deck'],
    ['.a{background:url(../../up.png)}', '1:15 found `../../up.png`, which leads out of the deck’s folder'],
    ['.a{background:url(/etc/up.png)}', '1:15 found the path `/etc/up.png`, expected one from the slide’s own folder'],
    ['.a{background:url(sqare.svg)}', '1:15 found no file `slides/sqare.svg`'],
    [
      '.a{background:url(runs.svg)}',
      'found a picture that cannot be shown: `slides/runs.svg:1:62`: `<script>`: found an element',
    ],
    ['@font-face{font-family:A;src:url(a.woff2)}', '1:30 found `a.woff2`, expected a picture'],
    ['/* "\n*/.a{background:image-set( "b.png" 1x)}', '2:17 found an address in `image-set("`, expected it in `url(…)`'],
    ['.a{widht:3px}', '1:4 found `widht`, expected a property of CSS; did you mean `width`?'],
    ['.a{\n  color:red', '1:3 found `{` that nothing closes; close it'],
  ])('%s', async (css, expected) => {
    const { diagnostics } = await read(css)
    const told = diagnostics.map(formatDiagnostic).join('\n').replaceAll("'", '’')
    expect(told).toContain(expected)
    expect(told).toMatch(/^slides\/style\.css:\d+:\d+ /)
  })
})
