import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Arena, Ending, Version } from './arena.ts'

/** What a trial found wrong; nothing when all is well. */
export type Trial = (arena: Arena, rounds: number) => Promise<string[]>

const CODES: Readonly<Record<string, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }

/** Hashes of the two versions, built undisturbed, and how long a build takes in ms. The old one stays in place. */
async function references(arena: Arena): Promise<{ hashes: Record<Version, string>; took: number }> {
  const hashes: Record<Version, string> = { old: '', new: '' }
  let took = 0
  for (const version of ['new', 'old'] as const) {
    const ending = await arena.build(version)
    if (ending.code !== 0) throw new Error(`the build fails even when it is left alone:\n${ending.said}`)
    hashes[version] = arena.hash()
    took = ending.took
  }
  if (hashes.old === hashes.new) throw new Error('the two versions are alike, so nothing can be told from them')
  return { hashes, took }
}

const other = (round: number): Version => (round % 2 === 0 ? 'new' : 'old')

/** Builds killed, or told to end, at random moments. */
export const kills: Trial = async (arena, rounds) => {
  const wrong: string[] = []
  const { hashes, took } = await references(arena)
  for (let round = 0; round < rounds; round++) {
    const signal = (['SIGKILL', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const)[round % 4] ?? 'SIGKILL'
    const moment = Math.random() * took
    // What a killed build could not clear away stays until the next one publishes; it is not this build's doing.
    const before = arena.leftovers()
    const ending = await arena.build(other(round), (pid) => setTimeout(() => signalIfAlive(pid, signal), moment))
    await arena.quiet()
    const name = `round ${round}, ${signal} after ${Math.round(moment)} ms (${described(ending)})`
    if (!Object.values(hashes).includes(arena.hash())) wrong.push(`${name}: the folder is neither old nor new`)
    const left = arena
      .leftovers()
      .filter((what) => !before.includes(what) && (signal !== 'SIGKILL' || what.startsWith('process')))
    // A signal in the first moments, before anything is started, ends Node as it always does.
    const ended = ending.signal === signal || ending.code === CODES[signal] || ending.code === 0
    if (!ended) wrong.push(`${name}: ended otherwise: ${ending.said.slice(-300)}`)
    if (left.length > 0) wrong.push(`${name}: left ${left.join(', ')}`)
  }
  await arena.build('old')
  if (arena.hash() !== hashes.old) wrong.push('the last build is not as it should be')
  if (arena.leftovers().length > 0) wrong.push(`left in the end: ${arena.leftovers().join(', ')}`)
  return wrong
}

function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended.
  }
}

function described({ code, signal, took }: Ending): string {
  return `${signal ?? `code ${code}`} after ${Math.round(took)} ms`
}

/** Builds on disks that are full at different points. Needs to mount a tmpfs, so mostly root. */
export const disks: Trial = async (arena, rounds) => {
  const wrong: string[] = []
  const { hashes } = await references(arena)
  const size = Number(execFileSync('du', ['-sk', arena.out], { encoding: 'utf8' }).split('\t')[0])
  for (let round = 0; round < rounds; round++) {
    const disk = join(arena.folder, `disk-${round}`)
    mkdirSync(disk)
    // From just enough for the old build to enough for both.
    const kilobytes = Math.ceil(size * (1.05 + (round / Math.max(1, rounds - 1)) * 1.1))
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', disk])
    try {
      const out = join(disk, 'dist')
      execFileSync('cp', ['-r', arena.out, out])
      const ending = await arena.build('new', undefined, out)
      const expected = ending.code === 0 ? hashes.new : hashes.old
      const name = `a disk of ${kilobytes} KB (${described(ending)})`
      if (arena.hash(out) !== expected) wrong.push(`${name}: the folder is not the ${ending.code === 0 ? 'new' : 'old'} one`)
      if (ending.code !== 0 && !(ending.code === 3 && ending.said.includes('the disk is full')))
        wrong.push(`${name}: ${ending.said.slice(-300)}`)
      const beside = execFileSync('ls', ['-A', dirname(out)], { encoding: 'utf8' }).trim()
      if (beside !== 'dist') wrong.push(`${name}: left ${beside}`)
    } finally {
      execFileSync('umount', [disk])
    }
  }
  return wrong
}

/** Two builds of one folder at once. */
export const pairs: Trial = async (arena, rounds) => {
  const wrong: string[] = []
  const { hashes } = await references(arena)
  for (let round = 0; round < rounds; round++) {
    const endings = await Promise.all([arena.build('old'), arena.build('new')])
    for (const ending of endings) if (ending.code !== 0) wrong.push(`round ${round}: ${ending.said.slice(-300)}`)
    if (!Object.values(hashes).includes(arena.hash())) wrong.push(`round ${round}: the folder is neither old nor new`)
    if (arena.leftovers().length > 0) wrong.push(`round ${round}: left ${arena.leftovers().join(', ')}`)
  }
  return wrong
}

/** Browsers killed at random while the build runs: once, and each that is started. */
export const browsers: Trial = async (arena, rounds) => {
  const wrong: string[] = []
  const { hashes, took } = await references(arena)
  for (let round = 0; round < rounds; round++) {
    const version = other(round)
    const before = arena.hash()
    const again = round % 2 === 1
    const hunter = hunt(arena, Math.random() * took, again)
    const ending = await arena.build(version)
    const killed = await hunter.stop()
    const name = `round ${round}, ${killed} browsers killed (${described(ending)})`
    const hash = arena.hash()
    if (ending.code === 0 ? hash !== hashes[version] : hash !== before)
      wrong.push(`${name}: the folder is not as it should be: ${ending.said.slice(-300)}`)
    if (killed < 2 && ending.code !== 0) wrong.push(`${name}: one death should be made good: ${ending.said.slice(-300)}`)
    if (ending.code !== 0 && !(ending.code === 3 && /died twice|killed while it started/.test(ending.said)))
      wrong.push(`${name}: ${ending.said.slice(-300)}`)
    await arena.quiet()
    if (arena.leftovers().length > 0) wrong.push(`${name}: left ${arena.leftovers().join(', ')}`)
  }
  return wrong
}

/** Kills the first browser seen after so many ms, or every one. */
function hunt(arena: Arena, moment: number, again: boolean): { stop(): Promise<number> } {
  let stopped = false
  let killed = 0
  const done = (async () => {
    await sleep(moment)
    while (!stopped && (again || killed === 0)) {
      const pid = arena.browser()
      if (pid !== undefined) {
        killed++
        signalIfAlive(pid, 'SIGKILL')
      }
      await sleep(15)
    }
  })()
  return {
    async stop() {
      stopped = true
      await done
      return killed
    },
  }
}
