import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
require(require.resolve('vega').replace('vega.module.js', 'vega.js'))
export const vega = (globalThis as any).vega as typeof import('vega')
