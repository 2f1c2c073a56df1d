import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { announceModules } from '../../src/load/announce-modules.ts'

const FILES: Readonly<Record<string, string>> = {
  'deck.ts':
    "import { a } from './a.ts'\nimport old from './old.cjs'\nimport '../src/of-the-machine.ts'\nnote('deck', a, old)\nexport default 1",
  'a.ts': "import table from './table.json'\nnote('a', table)\nexport const a = `\n// b.ts\n`",
  'table.json': '{}',
  'old.cjs': "'use strict'\nmodule.exports = (function () { return this === undefined })()",
  'of-the-machine.ts': "note('machine')",
}

/** A bundle of these files, as a deck's is made. */
async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: "require('./deck.ts')", resolveDir: '/deck' },
    absWorkingDir: '/',
    bundle: true,
    write: false,
    format: 'cjs',
    plugins: [
      {
        name: 'files',
        setup(context) {
          context.onResolve({ filter: /^\./ }, ({ path }) => ({
            path: path.replace('./', ''),
            namespace: path.startsWith('..') ? 'countdown' : 'files',
          }))
          context.onLoad({ filter: /./, namespace: 'files' }, ({ path }) => ({
            contents: FILES[path] ?? '',
            loader: path.endsWith('json') ? 'json' : 'ts',
            resolveDir: '/deck',
          }))
          context.onLoad({ filter: /./, namespace: 'countdown' }, () => ({ contents: "note('machine')" }))
        },
      },
    ],
  })
  return outputFiles[0]?.text ?? ''
}

test('each module is announced before its own code runs, also after those it imports', async () => {
  const code = await bundled()
  const announced = announceModules(code, 'announce')
  const seen: string[] = []
  let current = ''
  const announce = (file: string) => {
    current = file
  }
  const values: unknown[] = []
  const note = (name: string, ...given: unknown[]) => {
    values.push(...given)
    seen.push(`${name} in ${current}`)
  }
  new Function('announce', 'note', announced)(announce, note)
  expect(seen).toEqual(['a in files:a.ts', 'machine in files:deck.ts', 'deck in files:deck.ts'])
  // Texts stay what they are, and so do lines.
  expect(values).toEqual([{}, '\n// b.ts\n', true])
  expect(announced.split('\n')).toHaveLength(code.split('\n').length)
})
