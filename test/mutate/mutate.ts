import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { copyProject } from '../reproducible/elsewhere.ts'
import { chooseMutants, described, isNoticed, timeOfTests } from './mutants.ts'

/*
 * `npm run mutate`: breaks single expressions of some rooms of `src/`, runs the tests of the room each time, and prints how many
 * were noticed, and where those are that were not. The same seed breaks the same: `npm run mutate -- motion check --most 30 --seed 2`.
 * One file, in all of its expressions: `npm run mutate -- src/table/decode.ts`.
 */

const ROOMS = ['motion', 'mdx', 'check', 'table', 'init', 'publish']

const { values, positionals } = parseArgs({
  options: { most: { type: 'string' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
})
const work = mkdtempSync(join(tmpdir(), 'countdown-mutate-'))

try {
  const project = copyProject(join(work, 'project'))
  for (const word of positionals.length > 0 ? positionals : ROOMS) {
    const place = word.startsWith('src/') ? word : `src/${word}`
    const most = Number(values.most ?? (place.endsWith('.ts') ? 1000 : 60))
    const mutants = chooseMutants(project, place, most, Number(values.seed))
    const longest = 3 * timeOfTests(project, place) + 30_000
    const left = mutants.filter((mutant) => {
      const noticed = isNoticed(project, mutant, longest)
      if (!noticed) process.stdout.write(`  not noticed: ${described(mutant)}\n`)
      return !noticed
    })
    const noticed = mutants.length - left.length
    process.stdout.write(`${word}: ${noticed}/${mutants.length} noticed, ${Math.floor((100 * noticed) / mutants.length)} %\n`)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
