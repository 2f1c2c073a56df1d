import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Part, Row } from '../part.ts'
import { BuildFailed, type BuildRun, runBuild } from '../run-build.ts'

const PAGES = 'deck,read,slides,handout,data'
/** How long a build may take before it counts as one that does not fit, in ms. */
const PATIENCE = 90_000

/** How many records, and what is made of them: ten times the records are ten times the pictures for link previews. */
const STEPS = [
  { records: 43, only: `${PAGES},share` },
  { records: 430, only: `${PAGES},share` },
  { records: 4300, only: PAGES, without: 'without share/, a picture for each record' },
] as const

/** How build time and memory grow with the number of records, in a deck of template slides with one chart. */
export const scaling: Part = {
  name: 'scaling',
  async *run({ root, scratch }) {
    for (const { records, only, ...step } of STEPS) {
      const folder = join(scratch, `long-${records}`)
      cpSync(join(import.meta.dirname, '../long-deck'), folder, { recursive: true })
      writeFileSync(join(folder, 'data/count.json'), JSON.stringify({ records }))
      const command = [process.execPath, 'build.ts', folder, '--verbose', '--only', only, '--out', join(folder, 'dist')]
      const title = `Scaling: ${records} records${'without' in step ? `, ${step.without}` : ''}`
      yield { title, rows: await runBuild(command, root, PATIENCE).then(describe, (error: unknown) => [failure(error)]) }
    }
  },
}

function describe({ wall, peak, steps }: BuildRun): Row[] {
  const slow = [...steps].filter(([name, time]) => name !== 'total' && time >= 0.05)
  return [
    { what: 'whole command', found: wall, unit: 's' },
    ...slow.map(([name, found]): Row => ({ what: `  ${name}`, found, unit: 's' })),
    { what: 'peak memory of Node', found: peak, unit: 'MB' },
  ]
}

/** The last thing a build says is why it failed. */
function failure(error: unknown): Row {
  if (!(error instanceof BuildFailed)) throw error
  return { what: 'does not fit', found: undefined, unit: 's', note: error.message.split('\n').at(-1) ?? '' }
}
