/**
 * Moves between random pairs of charts over the same data: `node test/random-pairs/random-pairs.ts <folder of specs> --data <folder>`
 * takes 100 pairs, the same on every run, and tells every one whose pictures are no charts or whose ends are not the charts'.
 * Ends with 1 if there is any.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureSides, sideOf } from '../../src/chart/motion-pairs.ts'
import { readSpec } from '../../src/chart/read-spec.ts'
import { createFolderFiles } from '../../src/load/folder-files.ts'
import type { Side } from '../../src/motion/move/match.ts'
import { namesIn } from '../../src/util/files.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, pairs: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
})
const [folder = '.'] = positionals
const files = createFolderFiles([values.data ?? folder], values.data ?? folder)
const sides = new Map<string, Side | undefined>()
const groups = [...groupByData(folder).values()].filter((names) => names.length > 1)
const random = createRandom(Number(values.seed))
let measured = 0
let faulty = 0
for (let tries = 0; measured < Number(values.pairs) && tries < 20 * Number(values.pairs); tries++) {
  const [a, b] = pick()
  const [from, to] = [open(a), open(b)]
  if (a === b || !from || !to) continue
  measured++
  const faults = faultsOf(from, to)
  if (faults.length > 0) faulty++
  for (const fault of faults.slice(0, 3)) process.stdout.write(`${a} -> ${b}: ${fault}\n`)
}
process.stdout.write(`${measured - faulty} of ${measured} random pairs move without a fault\n`)
process.exitCode = faulty > 0 || measured === 0 ? 1 : 0

function faultsOf(from: Side, to: Side): string[] {
  try {
    const { valid, ends } = measureSides(from, to).measures
    return [...valid.map((fault) => `valid: ${fault}`), ...ends.map((fault) => `ends: ${fault}`)]
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  }
}

/** Names of the charts by the file that their data come from. */
function groupByData(path: string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const name of namesIn(path)
    .filter((each) => each.endsWith('.json'))
    .sort()) {
    const url = /"url":\s*"([^"]+)"/.exec(JSON.stringify(readSpec(join(path, name)).spec))?.[1]
    if (url !== undefined) groups.set(url, [...(groups.get(url) ?? []), name])
  }
  return groups
}

/** Charts of large groups as often as those of small ones. */
function pick(): [string, string] {
  const all = groups.flatMap((names) => names.map(() => names))
  const names = all[Math.floor(random() * all.length)] ?? []
  return [names[Math.floor(random() * names.length)] ?? '', names[Math.floor(random() * names.length)] ?? '']
}

function open(name: string): Side | undefined {
  if (!sides.has(name)) sides.set(name, tryOpen(name))
  return sides.get(name)
}

/** A chart that does not compile is no matter of moves. */
function tryOpen(name: string): Side | undefined {
  try {
    return sideOf(name.replace(/\.json$/, ''), readSpec(join(folder, name)).spec, files)
  } catch {
    return undefined
  }
}

function createRandom(seed: number): () => number {
  let value = seed
  return () => {
    value = (value * 1103515245 + 12345) % 2 ** 31
    return value / 2 ** 31
  }
}
