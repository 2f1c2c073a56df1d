import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const ROOT = join(import.meta.dirname, '../..')

/** Two builds of one story that differ in a date and an address, and so in the bytes of their PDFs and pages. */
export type Version = 'old' | 'new'
const EPOCHS: Readonly<Record<Version, string>> = { old: '1000000000', new: '1700000000' }

/** How a build ended. */
export interface Ending {
  code: number | null
  signal: NodeJS.Signals | null
  /** What it wrote to either output. */
  said: string
  /** Duration in ms. */
  took: number
}

/** What the two versions are when nothing disturbs them. */
export interface References {
  hashes: Readonly<Record<Version, string>>
  /** How long a build takes, and its last step, in ms. */
  took: number
  publishing: number
}

/** Called with the id of a build's process once it runs; what it returns is called when that has ended. */
export type During = (pid: number) => () => void

/** A place to build in again and again, and to see afterwards what is left. Linux only. */
export class Arena {
  readonly #mark = randomUUID()
  readonly folder = mkdtempSync(join(tmpdir(), 'countdown-torture-'))
  /** The builds' folder for temporary files. */
  readonly temporary = join(this.folder, 'tmp')
  readonly out = join(this.folder, 'site', 'dist')
  readonly #args: readonly string[]
  #references: Promise<References> | undefined

  /** @param args for the build: the deck's folder and any flags but `--out` and `--base-url` */
  constructor(...args: readonly string[]) {
    this.#args = args
    mkdirSync(this.temporary)
    mkdirSync(join(this.folder, 'site'))
  }

  /** Builds once in a process of its own. */
  build(version: Version, during: During = () => () => {}, out = this.out): Promise<Ending> {
    return this.#run(version, out, this.#args, during)
  }

  async #run(version: Version, out: string, args: readonly string[], during: During = () => () => {}): Promise<Ending> {
    const begun = performance.now()
    const flags = ['--out', out, '--base-url', `https://${version}.example/`]
    const child = spawn(process.execPath, [join(ROOT, 'build.ts'), ...args, ...flags], {
      cwd: ROOT,
      env: { ...process.env, TMPDIR: this.temporary, SOURCE_DATE_EPOCH: EPOCHS[version], TORTURE: this.#mark },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
    const stop = during(child.pid ?? 0)
    const [code, signal] = await ended
    stop()
    return { code, signal, said, took: performance.now() - begun }
  }

  /** Builds both versions undisturbed, the first time; the old one is then in place. */
  references(): Promise<References> {
    this.#references ??= this.#measure()
    return this.#references
  }

  async #measure(): Promise<References> {
    const built = { old: '', new: '' }
    let last: Ending | undefined
    for (const version of ['new', 'old'] as const) {
      last = await this.build(version)
      if (last.code !== 0) throw new Error(`the build fails even when it is left alone:\n${last.said}`)
      built[version] = this.hash()
    }
    if (built.old === built.new) throw new Error('the two versions are alike, so nothing can be told from them')
    const publishing = 1000 * Number(/publish\s+([\d.]+) s/.exec(last?.said ?? '')?.[1] ?? 0.03)
    return { hashes: built, took: last?.took ?? 0, publishing }
  }

  /** Whether a build writes to the disk at this moment. */
  isPublishing(): boolean {
    return readdirSync(join(this.folder, 'site')).some((name) => name.startsWith('.dist.stage-'))
  }

  /** Starts a command that ends before it builds anything, as the next one after a kill may: its folder holds no deck. */
  async repair(): Promise<void> {
    const { code, said } = await this.#run('old', this.out, [this.temporary])
    if (code !== 1) throw new Error(`a build of no deck ends otherwise:\n${said}`)
  }

  /** One hash over all files of the output folder; `none` when there is no such folder. */
  hash(out = this.out): string {
    const hash = createHash('sha256')
    try {
      for (const entry of readdirSync(out, { recursive: true, withFileTypes: true }).sort(byPath)) {
        const path = join(entry.parentPath, entry.name)
        if (entry.isFile()) hash.update(`${path.slice(out.length)}\0`).update(readFileSync(path))
      }
    } catch {
      return 'none'
    }
    return hash.digest('hex').slice(0, 16)
  }

  /** Ids of the processes that these builds started and that still run, with those of their groups. */
  processes(): number[] {
    const all = readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0)
    return all.filter((pid) => read(`/proc/${pid}/environ`).includes(`TORTURE=${this.#mark}`))
  }

  /** Waits until none of these processes runs, at most 30 s: a browser notices within moments that Node is gone. */
  async quiet(): Promise<void> {
    for (const end = Date.now() + 30_000; Date.now() < end && this.processes().length > 0; ) await sleep(20)
  }

  /** What is left: processes, temporary files, and whatever lies beside the output folder. */
  leftovers(): string[] {
    const beside = readdirSync(join(this.folder, 'site')).filter((name) => name !== 'dist')
    return [
      ...this.processes().map((pid) => `process ${pid}: ${read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').slice(0, 80)}`),
      ...readdirSync(this.temporary),
      ...beside,
    ]
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** The main process of a browser that this build started; of all processes only its children are asked, since it is called often. */
export function browserOf(build: number): number | undefined {
  const children = read(`/proc/${build}/task/${build}/children`).split(' ').map(Number)
  return children.find((pid) => pid > 0 && read(`/proc/${pid}/cmdline`).includes('--remote-debugging-pipe'))
}

function byPath(a: { parentPath: string; name: string }, b: { parentPath: string; name: string }): number {
  return join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1
}

/** A file of `/proc`; empty when its process is gone. */
function read(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}
