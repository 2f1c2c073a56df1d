import { createFormat } from 'countdown-story'
import { words } from './words.ts'

export const format = createFormat(words.lang)

export const records = [
  { id: 'gamma', rank: 3, name: words.names.gamma, amount: 1_500_000_000, share: 0.0014 },
  { id: 'beta', rank: 2, name: words.names.beta, amount: 1_337_300_000_000, share: 0.116 },
  { id: 'alpha', rank: 1, name: words.names.alpha, amount: 9_900_000_000_000, share: 0.88 },
]

export type Letter = (typeof records)[number]

export const by = Object.fromEntries(records.map((record) => [record.id, record])) as Record<string, Letter>

export const updated = '2025-04-26'
