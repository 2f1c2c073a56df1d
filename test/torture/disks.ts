import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Arena } from './arena.ts'
import { described, type Trial } from './trial.ts'

/** Builds on disks that are full at different points. Needs to mount a tmpfs, so mostly root. */
export const disks: Trial = async (arena, rounds) => {
  const wrong: string[] = []
  await arena.references()
  const size = Number(execFileSync('du', ['-sk', arena.out], { encoding: 'utf8' }).split('\t')[0])
  let full = 0
  for (let round = 0; round < rounds; round++) {
    // From just enough for the old build to enough for both.
    const kilobytes = Math.ceil(size * (1.05 + (round / Math.max(1, rounds - 1)) * 1.1))
    const { faults, wasFull } = await onDisk(arena, kilobytes, join(arena.folder, `disk-${round}`))
    if (wasFull) full++
    wrong.push(...faults)
  }
  return { wrong, met: `${full} disks were full` }
}

async function onDisk(arena: Arena, kilobytes: number, disk: string): Promise<{ faults: string[]; wasFull: boolean }> {
  const { hashes } = await arena.references()
  const faults: string[] = []
  mkdirSync(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', disk])
  try {
    const out = join(disk, 'dist')
    execFileSync('cp', ['-r', arena.out, out])
    const ending = await arena.build('new', undefined, out)
    const expected = ending.code === 0 ? hashes.new : hashes.old
    const name = `a disk of ${kilobytes} KB (${described(ending)})`
    if (arena.hash(out) !== expected) faults.push(`${name}: the folder is not the ${ending.code === 0 ? 'new' : 'old'} one`)
    const wasFull = ending.code === 3 && ending.said.includes('the disk is full')
    if (ending.code !== 0 && !wasFull) faults.push(`${name}: ${ending.said.slice(-300)}`)
    const beside = execFileSync('ls', ['-A', dirname(out)], { encoding: 'utf8' }).trim()
    if (beside !== 'dist') faults.push(`${name}: left ${beside}`)
    return { faults, wasFull }
  } finally {
    execFileSync('umount', [disk])
  }
}
