import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** How one build went. */
export interface BuildRun {
  /** Of the whole command, in s. */
  wall: number
  /** Peak memory of the Node process in MB. */
  peak: number
  /** Time of each step by name, in s, as the build tells them. Steps overlap. */
  steps: ReadonlyMap<string, number>
}

/** A build ended without its outputs; the message is what it said last. */
export class BuildFailed extends Error {
  constructor(command: readonly string[], cause: unknown) {
    const { killed = false, stderr = '' } = cause as { killed?: boolean; stderr?: string }
    super(killed ? 'it took too long' : `${command.join(' ')}\n${stderr.trim()}`, { cause })
    this.name = 'BuildFailed'
  }
}

/** Runs a command that builds with `--verbose`; it is ended after `timeout` ms, unless that is 0. Throws BuildFailed. */
export async function runBuild(command: readonly string[], cwd: string, timeout = 0): Promise<BuildRun> {
  const [file = '', ...args] = command
  const start = performance.now()
  const options = { cwd, timeout, maxBuffer: 1e8, shell: process.platform === 'win32' }
  const { stdout } = await promisify(execFile)(file, args, options).catch((error: unknown) => {
    throw new BuildFailed(command, error)
  })
  return { wall: (performance.now() - start) / 1000, ...readVerbose(stdout) }
}

/** Reads what a build with `--verbose` prints. */
export function readVerbose(text: string): Omit<BuildRun, 'wall'> {
  const steps = [...text.matchAll(/^ {2}(\S.*?) +([\d.]+) s$/gm)].map(([, name = '', time]) => [name, Number(time)] as const)
  return { steps: new Map(steps), peak: Number(/^peak memory (\d+) MB$/m.exec(text)?.[1] ?? Number.NaN) }
}
