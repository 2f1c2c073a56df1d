import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Ids of the processes of a group that still run, from `/proc`; a zombie does not run. */
function processesOf(group: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && isInGroup(pid, group))
}

function isInGroup(pid: number, group: number): boolean {
  try {
    const [state, , processGroup] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return Number(processGroup) === group && state !== 'Z'
  } catch {
    return false
  }
}

/** Waits until no process of the group runs; resolves to those that still do after `patience` ms. */
export async function survivorsOf(group: number, patience = 30_000): Promise<number[]> {
  for (const end = Date.now() + patience; Date.now() < end && processesOf(group).length > 0; ) await sleep(20)
  return processesOf(group)
}
