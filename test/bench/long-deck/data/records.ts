import count from './count.json' with { type: 'json' }

/** As many made-up rows as `count.json` says, the smallest first; sizes fall off as those of a ranked table do. */
export const records = Array.from({ length: count.records }, (_, index) => {
  const rank = count.records - index
  return { id: `record-${rank}`, rank, name: `Record ${rank}`, size: Math.round(1e6 / rank) }
})

/** The size of the largest. */
export const largest = 1e6
