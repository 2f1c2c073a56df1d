import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { forget } from '../forget.ts'
import type { Part, Row } from '../part.ts'
import { BuildFailed, type BuildRun, runBuild } from '../run-build.ts'

/** How long a build may take before it counts as one that does not fit, in ms. */
const PATIENCE = 180_000

const RECORDS = [43, 430, 4300]
/** What is made of them: pages and documents, and beside these a picture for each record. */
const KINDS = [
  { name: 'pages and documents', only: 'deck,read,slides,handout,data' },
  { name: 'pictures for link previews', only: 'share' },
]

/**
 * How build time and memory grow with the number of records, in a deck of template slides with one chart; with nothing kept from
 * earlier builds.
 */
export const scaling: Part = {
  name: 'scaling',
  async *run({ root, scratch }) {
    for (const { name, only } of KINDS) {
      let before: number | undefined
      for (const records of RECORDS) {
        const folder = longDeck(scratch, records)
        const command = [process.execPath, 'build.ts', folder, '--verbose', '--only', only, '--out', join(folder, 'dist')]
        forget()
        const run = await runBuild(command, root, PATIENCE).catch((error: unknown) => failure(error))
        const title = `Scaling: ${records} records, ${name}`
        yield { title, rows: 'what' in run ? [run] : [...describe(run), ...growth(before, run.wall)] }
        before = 'what' in run ? undefined : run.wall
      }
    }
  },
}

function longDeck(scratch: string, records: number): string {
  const folder = join(scratch, `long-${records}`)
  cpSync(join(import.meta.dirname, '../long-deck'), folder, { recursive: true })
  writeFileSync(join(folder, 'data/count.json'), JSON.stringify({ records }))
  return folder
}

/** Ten times the records may take ten times as long. */
function growth(before: number | undefined, wall: number): Row[] {
  return before === undefined ? [] : [{ what: 'of the time for a tenth of them', found: wall / before, unit: '×', most: 10 }]
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
