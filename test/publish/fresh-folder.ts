import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { publish } from '../../src/publish/publish.ts'
import { runFolder } from '../run-folder.ts'
import { origin, version } from './publish-forever.ts'

export { origin }

const work = runFolder('publish')
let count = 0

/** An output folder that is not there yet, alone in a folder that is. */
export function freshFolder(): string {
  const out = join(work, `case-${count++}`, 'dist')
  mkdirSync(dirname(out))
  return out
}

/** Every file of a folder with its hash. */
export function snapshot(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
  return Object.fromEntries(
    files.map((entry) => join(entry.parentPath, entry.name)).map((path) => [path.slice(folder.length), hash(path)]),
  )
}

/** What a version is when nothing disturbs it. */
export async function snapshotOf(name: 'a' | 'b'): Promise<Record<string, string>> {
  const folder = freshFolder()
  await publish(folder, version(name), origin, [])
  return snapshot(folder)
}
