import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { copyProject } from '../reproducible/elsewhere.ts'
import { described, judge, plantMutants } from './room.ts'

/*
 * `npm run mutate`: breaks single expressions of some rooms of `src/`, runs the tests of the room each time, and prints how many
 * were noticed, and where those are that were not. The same seed breaks the same: `npm run mutate -- motion check --most 30 --seed 2`.
 */

const ROOMS = ['motion', 'mdx', 'check', 'table', 'init', 'publish']

const { values, positionals } = parseArgs({
  options: { most: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
})
const work = mkdtempSync(join(tmpdir(), 'countdown-mutate-'))

try {
  for (const room of positionals.length > 0 ? positionals : ROOMS) {
    const project = copyProject(join(work, room))
    const mutants = plantMutants(project, room, Number(values.most), Number(values.seed))
    const { killed, reached } = await judge(project, room, mutants)
    for (const mutant of mutants.filter(({ number }) => !killed.has(number))) {
      process.stdout.write(`  ${reached.has(mutant.number) ? 'not noticed' : 'not reached'}: ${described(mutant)}\n`)
    }
    const percent = Math.floor((100 * killed.size) / mutants.length)
    process.stdout.write(`${room}: ${killed.size}/${mutants.length} noticed, ${percent} %\n`)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
