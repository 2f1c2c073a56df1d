export const records = [
  { id: 'gamma', rank: 3, name: 'Gamma', size: 1 },
  { id: 'beta', rank: 2, name: 'Beta', size: 4 },
  { id: 'alpha', rank: 1, name: 'Alpha', size: 9 },
]

export const by = Object.fromEntries(records.map((record) => [record.id, record]))
