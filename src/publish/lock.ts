import { closeSync, constants, fstatSync, ftruncateSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EnvironmentError } from '../util/diagnostic.ts'
import { lockFile } from './system.ts'

/** How long a second build waits for the first, and how often it looks, in ms. */
const PATIENCE = 20_000
const INTERVAL = 50

/** Does the work while no other process publishes to the folder. Throws EnvironmentError naming the holder when the wait is too long. */
export async function withLock<T>(out: string, work: () => Promise<T>, patience = PATIENCE): Promise<T> {
  const path = join(dirname(out), `.${basename(out)}.lock`)
  const descriptor = await acquire(path, Date.now() + patience)
  try {
    return await work()
  } finally {
    // Removed while still held; whoever waits on this file sees that it is gone and opens a new one.
    unlinkSync(path)
    closeSync(descriptor)
  }
}

async function acquire(path: string, deadline: number): Promise<number> {
  for (;;) {
    const descriptor = tryAcquire(path)
    if (descriptor !== undefined) return descriptor
    if (Date.now() > deadline)
      throw new EnvironmentError(`${path} is held by another build (${holder(path)}); wait for it to end, then build again`)
    await sleep(INTERVAL)
  }
}

/** The kernel drops the lock of a process that dies, so a lock file left behind is no obstacle. */
function tryAcquire(path: string): number | undefined {
  // A link that someone planted is not followed, lest the file at its end be overwritten.
  const descriptor = openSync(path, constants.O_RDWR | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0), 0o644)
  const locked = lockFile(descriptor) ?? isOurs(descriptor)
  if (!locked || !isStillAt(path, descriptor)) {
    closeSync(descriptor)
    return undefined
  }
  sign(descriptor)
  return descriptor
}

/** Says who holds the lock. On a full disk it holds unsigned; staging will say that the disk is full. */
function sign(descriptor: number): void {
  try {
    ftruncateSync(descriptor)
    writeSync(descriptor, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }), 0)
  } catch (error) {
    if (!['ENOSPC', 'EDQUOT'].includes(String((error as NodeJS.ErrnoException).code))) throw error
  }
}

/** Where there is no such lock, the process that the file names must be gone. */
function isOurs(descriptor: number): boolean {
  const text = readFileSync(descriptor, 'utf8')
  try {
    process.kill((JSON.parse(text) as { pid: number }).pid, 0)
    return false
  } catch {
    return true
  }
}

function isStillAt(path: string, descriptor: number): boolean {
  try {
    return statSync(path).ino === fstatSync(descriptor).ino
  } catch {
    return false
  }
}

function holder(path: string): string {
  try {
    const { pid, since } = JSON.parse(readFileSync(path, 'utf8')) as { pid: number; since: string }
    return `process ${pid}, since ${since}`
  } catch {
    return 'process unknown'
  }
}
