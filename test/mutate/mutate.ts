import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { copyProject } from '../reproducible/elsewhere.ts'
import { described, judge, plantMutants } from './room.ts'

/*
 * `npm run mutate`: breaks single expressions of some rooms of `src/`, runs the tests of the room each time, and prints how many
 * were noticed, and where those are that were not. The same seed breaks the same: `npm run mutate -- motion check --most 30 --seed 2`.
 * One file, in all of its expressions: `npm run mutate -- src/table/decode.ts`. Tests that take longer than `--longest` ms do not count.
 */

const ROOMS = ['motion', 'mdx', 'check', 'table', 'init', 'publish']

const { values, positionals } = parseArgs({
  options: {
    most: { type: 'string' },
    seed: { type: 'string', default: '1' },
    longest: { type: 'string', default: '10000' },
  },
  allowPositionals: true,
})
const work = mkdtempSync(join(tmpdir(), 'countdown-mutate-'))

try {
  for (const word of positionals.length > 0 ? positionals : ROOMS) {
    const place = word.startsWith('src/') ? word : `src/${word}`
    const room = place.split('/')[1] ?? ''
    const most = Number(values.most ?? (place.endsWith('.ts') ? 1000 : 60))
    const project = copyProject(mkdtempSync(join(work, `${room}-`)))
    const mutants = plantMutants(project, place, most, Number(values.seed))
    const { killed, reached } = await judge(project, room, Number(values.longest))
    for (const mutant of mutants.filter(({ number }) => !killed.has(number)))
      process.stdout.write(`  ${reached.has(mutant.number) ? 'not noticed' : 'not reached'}: ${described(mutant)}\n`)
    const percent = Math.floor((100 * killed.size) / mutants.length)
    process.stdout.write(`${word}: ${killed.size}/${mutants.length} noticed, ${percent} %\n`)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
