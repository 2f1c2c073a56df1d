import { mkdtempSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import Totals from './totals.ts'

// Child processes of the run read the folder from the environment and must all see the same one.
process.env.COUNTDOWN_BUILT ??= mkdtempSync(join(tmpdir(), 'countdown-built-'))
// Some hundred processes of a run load the same modules; the first that ends leaves them compiled.
process.env.NODE_COMPILE_CACHE ??= join(process.env.COUNTDOWN_BUILT, 'compiled')

const ROOT = join(import.meta.dirname, '..')
const ALL = 'test/**/*.test.{ts,tsx}'
/** Test files that change what belongs to the whole process, or work in other processes alone. */
const ALONE = [
  'test/{package,reproducible,torture}/*.test.ts',
  'test/browser/{bundled,left-behind,printer,profile,sandbox,shared-memory}.test.ts',
  'test/dev/{many-pages,watch,watch-command,watcher}.test.ts',
  'test/util/on-exit.test.ts',
]

export default defineConfig({
  root: ROOT,
  test: {
    globalSetup: 'test/remove-built.ts',
    // Nothing is written into the project, which may belong to another user.
    cache: false,
    fsModuleCachePath: join(process.env.COUNTDOWN_BUILT, 'modules'),
    // Much of the time a test waits, for a browser or for an animation; on two processors Vitest would run one file at a time.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    projects: [
      // These share their modules, most of all Vega and MDX, which take longer to load than most tests to run.
      { extends: true, test: { name: 'together', include: [ALL], exclude: ALONE, isolate: false } },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
    // All of them are bounds for what hangs; a machine may be busy with other things.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    reporters: ['default', new Totals()],
  },
  resolve: {
    // As a deck names the machine; in its package the exports of package.json say the same of what is compiled.
    alias: [
      { find: /^countdown-story$/, replacement: join(ROOT, 'src/index.ts') },
      { find: /^countdown-story\/(components|charts)$/, replacement: join(ROOT, 'src/kit/$1/index.ts') },
    ],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [
    {
      name: 'csv-as-text',
      enforce: 'pre',
      transform: (code, id) => (id.endsWith('.csv') ? `export default ${JSON.stringify(code)}` : undefined),
    },
  ],
})
