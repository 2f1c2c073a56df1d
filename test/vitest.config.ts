import { defineConfig } from 'vitest/config'
import Totals from './totals.ts'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: { include: ['test/**/*.test.{ts,tsx}'], testTimeout: 60_000, hookTimeout: 120_000, reporters: ['default', new Totals()] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [
    {
      name: 'csv-as-text',
      enforce: 'pre',
      transform: (code, id) => (id.endsWith('.csv') ? `export default ${JSON.stringify(code)}` : undefined),
    },
  ],
})
