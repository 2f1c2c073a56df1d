import { existsSync, readdirSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { removeFolder, stagePrefix, syncFolder } from './staging.ts'
import { exchangeFolders } from './system.ts'

/** Marks the old folder for the instant in which it is out of the way. */
const OLD = '-old'

/** Puts a staged folder in the place of `out`, in one step where the system can, and removes what was there; or the staged one, when it fails. */
export async function swap(staged: string, out: string, exchange = exchangeFolders): Promise<void> {
  try {
    if (!existsSync(out)) await rename(staged, out)
    else if (!exchange(staged, out)) await swapInTwoSteps(staged, out)
    await syncFolder(dirname(out))
  } finally {
    await removeFolder(staged)
  }
}

/** For systems that cannot exchange folders. What is in the way is moved back when the second step fails. */
async function swapInTwoSteps(staged: string, out: string): Promise<void> {
  const old = staged + OLD
  await rename(out, old)
  try {
    await rename(staged, out)
  } catch (error) {
    await rename(old, out)
    throw error
  }
  await removeFolder(old)
}

/** Moves the old folder back when a build was killed between the two steps. Call it only while the lock is held. */
export async function recover(out: string): Promise<void> {
  const old = interrupted(out)
  if (old !== undefined) await rename(old, out)
}

/** The old folder of a build that was killed between the two steps; undefined when there is none. */
export function interrupted(out: string): string | undefined {
  if (existsSync(out) || !existsSync(dirname(out))) return undefined
  const name = readdirSync(dirname(out)).find((name) => name.startsWith(stagePrefix(out)) && name.endsWith(OLD))
  return name === undefined ? undefined : join(dirname(out), name)
}
