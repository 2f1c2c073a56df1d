import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleAssets, inlineStyle } from '../../src/outputs/assets.ts'
import { formatDiagnostic, InputError } from '../../src/util/diagnostic.ts'

let root: string

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'countdown-style-'))
  mkdirSync(join(root, 'node_modules/theirs'), { recursive: true })
  writeFileSync(join(root, 'ours.css'), '.b{color:red}')
  writeFileSync(join(root, 'x.png'), 'x')
  writeFileSync(join(root, 'node_modules/theirs/a.css'), '.a{widht:1px}')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** What is told of a style sheet; an error that is no author's as it is. */
async function told(name: string, css: string): Promise<string[]> {
  writeFileSync(join(root, name), css)
  try {
    await bundleAssets(root, [name, 'ours.css'])
    return []
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.diagnostics.map(formatDiagnostic)
  }
}

test.each([
  ['a missing file', 'p {}\n.x { background: url(nix.png) }', '2:18 found no file or package `nix.png`; correct its name'],
  ['a missing style sheet', '@import "./nix.css";', '1:9 found no file or package `./nix.css`; correct its name'],
  ['a picture', '.x{background:url(x.png)}', '1:15 found `x.png`, expected what a style sheet can load: .css or .woff2'],
  [
    'an address',
    '.x{background:url(https://a.example/b.png)}',
    '1:15 found the address `https://a.example/b.png`, expected a file: pages request nothing from elsewhere',
  ],
  [
    'an import after rules',
    '.x{color:red}\n@import "./ours.css";',
    '2:1 found `@import` after other rules, where it does nothing; move it to the top',
  ],
  ['an unclosed brace', '.a{color:red}\n.x {\n  color: red\n', '2:4 found `{` that nothing closes; close it'],
  ['an unclosed comment', '.a{}\n/* open', '2:1 found `/*` that nothing closes; close it with `*/`'],
  ['a brace too many', '.x{color:red}}', '1:14 found `}` where none belongs; remove it, or open what it closes'],
  ['a misspelt property', '.x{widht:3px}', '1:4 found `widht`, expected a property of CSS; did you mean `width`?'],
  [
    'a comment of another language',
    '// hi\n.x{color:red}',
    '1:1 found a comment after `//`, which is none in CSS; write it between `/*` and `*/`',
  ],
  ['anything else', '.x{color red}', '1:9 found CSS that cannot be read; Expected ":"'],
])('%s is the author’s mistake, with its place', async (what, css, expected) => {
  const name = `${what.replaceAll(' ', '-')}.css`
  expect(await told(name, css)).toEqual([`${name}:${expected}`])
})

test('all mistakes are told together, each once, wherever a style sheet is used', async () => {
  writeFileSync(join(root, 'part.css'), '.x{widht:3px;hieght:2px}')
  expect(await told('whole.css', '@import "./part.css";\n@import "./part.css" print;')).toHaveLength(2)
  await expect(inlineStyle(root, 'part.css')).rejects.toThrow('part.css:1:4')
})

test('style sheets of packages and scripts are no author’s', async () => {
  expect(await told('of-package.css', '@import "theirs/a.css";')).toEqual([])
  writeFileSync(join(root, 'broken.ts'), 'const = 1')
  await expect(bundleAssets(root, ['broken.ts'])).rejects.not.toBeInstanceOf(InputError)
})

test('a mended style sheet is bundled anew', async () => {
  expect(await told('again.css', '.x{')).toHaveLength(1)
  expect(await told('again.css', '.x{}')).toEqual([])
})
