import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import Totals from './totals.ts'

// Child processes of the run read the folder from the environment and must all see the same one.
process.env.COUNTDOWN_BUILT ??= mkdtempSync(join(tmpdir(), 'countdown-built-'))

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/remove-built.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', new Totals()],
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
