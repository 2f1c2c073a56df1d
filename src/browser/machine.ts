import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'

/** What finding a browser may look at; a parameter, so that tests can describe other machines. */
export interface Machine {
  platform: NodeJS.Platform
  arch: string
  env: Readonly<Record<string, string | undefined>>
  home: string
  /** Whether the path is a file that may be run. */
  runs(path: string): boolean
  /** Names in a folder; none when there is no such folder. */
  list(folder: string): string[]
}

/** The machine this runs on. */
export function thisMachine(): Machine {
  return { platform: process.platform, arch: process.arch, env: process.env, home: homedir(), runs, list }
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
