import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildUnder, type Conditions, copyProject, differences, hashesOf } from './elsewhere.ts'

/*
 * `npm run reproduce`: builds two copies of the project as two people would who have nothing in common, each from empty caches,
 * and compares every byte. The deck may be named, and flags added: `npm run reproduce -- examples/other --notes`.
 */

const work = mkdtempSync(join(tmpdir(), 'countdown-reproduce-'))
const PEOPLE: readonly Conditions[] = [
  { timeZone: 'Pacific/Auckland', language: 'C', umask: '022', from: '/', home: join(work, 'one'), cache: undefined },
  {
    timeZone: 'America/St_Johns',
    language: 'tr_TR.UTF-8',
    umask: '077',
    from: work,
    home: join(work, 'ön other'),
    cache: join(work, 'cache'),
  },
]

const [deck = '.', ...flags] = process.argv.slice(2)
try {
  const hashes: Record<string, string>[] = []
  for (const [index, conditions] of PEOPLE.entries()) {
    const project = copyProject(join(work, `project of ${index}`, 'countdown'))
    const out = join(work, `out-${index}`)
    await buildUnder(conditions, project, [join(project, deck), '--out', out, ...flags])
    hashes.push(hashesOf(out))
  }
  const [one = {}, other = {}] = hashes
  const found = differences(one, other)
  for (const line of found) process.stdout.write(`${line}\n`)
  process.stdout.write(`${Object.keys(one).length} files, ${found.length} of them not the same\n`)
  process.exitCode = found.length > 0 ? 1 : 0
} finally {
  rmSync(work, { recursive: true, force: true })
}
