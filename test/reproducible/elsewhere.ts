import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

export const ROOT = join(import.meta.dirname, '../..')

/** All that may differ between two machines and must not show. */
export interface Conditions {
  timeZone: string
  language: string
  umask: string
  /** Where the build is started. */
  from: string
  home: string
  /** Where the browser and compiled code are kept; undefined is below the home. */
  cache: string | undefined
}

/** Copies the project as its author would hand it on, to a place that is not there yet; its packages are shared. */
export function copyProject(place: string): string {
  mkdirSync(place, { recursive: true })
  const left = new Set(['.git', 'node_modules', 'dist', 'lib', 'shots'])
  for (const name of readdirSync(ROOT)) if (!left.has(name)) cpSync(join(ROOT, name), join(place, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(place, 'node_modules'))
  return place
}

/** Builds under these conditions with the project in a folder. `args` are those of the command line. */
export async function buildUnder(conditions: Conditions, project: string, args: readonly string[]): Promise<void> {
  const { timeZone, language, umask, from, home, cache } = conditions
  const { XDG_CACHE_HOME: _, ...env } = process.env
  mkdirSync(home, { recursive: true })
  await promisify(execFile)(
    'sh',
    ['-c', `umask ${umask}; exec "$@"`, 'sh', process.execPath, join(project, 'build.ts'), ...args],
    {
      cwd: from,
      maxBuffer: 1 << 24,
      env: {
        ...env,
        TZ: timeZone,
        LANG: language,
        LC_ALL: language,
        HOME: home,
        ...(cache !== undefined && { XDG_CACHE_HOME: cache }),
      },
    },
  )
}

/** SHA-256 of every file of a folder, by path. */
export function hashesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort()
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  )
}

/** The files that are not the same in both folders, with what tells them apart. */
export function differences(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort().flatMap((path) => {
    if (a[path] === b[path]) return []
    return [`${path}: ${a[path] === undefined ? 'only in the second' : b[path] === undefined ? 'only in the first' : 'differs'}`]
  })
}
