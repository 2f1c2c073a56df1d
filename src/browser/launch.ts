import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, ConnectionTransport } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { onExit } from '../util/on-exit.ts'
import { type BrowserFonts, writeFontConfig } from './font-config.ts'
import { createProfile } from './profile.ts'
import { sharedMemoryArguments } from './shared-memory.ts'

/** A browser that runs, under Puppeteer's control. */
export interface RunningBrowser {
  browser: Browser
  /** Its name and version. */
  version: string
  /** Of the browser's main process, and of its process group. */
  pid: number
  /** False once it was ended, by us or by anything else. */
  isAlive(): boolean
  /** Ends the browser and everything it started, at once, and removes its profile. May be called again. */
  kill(): void
}

/** Which browser is started, and how. */
export interface LaunchOptions {
  path: string
  /** Added to the environment, for this process only. */
  env?: Readonly<Record<string, string>>
  /** All the fonts that it sees, on Linux. */
  fonts: BrowserFonts
  /** Without its own sandbox: only for root and in containers. */
  noSandbox?: boolean
  /** How long it may take to answer, in ms. */
  patience?: number
  /** Aborted when nobody needs it any more; then it is ended, also while it starts. */
  stopped?: AbortSignal
}

/** How long a browser may take to answer, in ms. A cold disk and a busy machine are slow; a broken browser ends by itself. */
const PATIENCE = 30_000

/** Quiet, offline where it can be, and the same on every machine: no hinting, one colour space, no GPU, no name is ever looked up. */
const ARGUMENTS = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-crash-reporter',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-features=Translate,MediaRouter,OptimizationHints',
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--disable-sync',
  '--enable-automation',
  '--export-tagged-pdf',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--generate-pdf-document-outline',
  '--hide-scrollbars',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
  '--lang=en-US',
  '--metrics-recording-only',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--password-store=basic',
  '--use-mock-keychain',
]

/**
 * Starts a browser and connects Puppeteer to it, whose own launcher is passed by: it costs 40 ms and 16 MB more and
 * lets go of the browser when Node is killed. Throws with the browser's last words when it does not start.
 */
export async function launch(options: LaunchOptions): Promise<RunningBrowser> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await launchOnce(options)
    } catch (error) {
      if (attempt >= attemptsAfter(error)) throw error
      await sleep(50)
    }
  }
}

/** How often a start is tried that failed like this. */
function attemptsAfter(error: unknown): number {
  // Another process still has the executable open for writing, for a moment.
  if ((error as NodeJS.ErrnoException).code === 'ETXTBSY') return 10
  // It was killed; perhaps that was an accident.
  return error instanceof BrowserEnded && error.signal !== null ? 2 : 1
}

/** A browser ended before it answered. */
export class BrowserEnded extends Error {
  readonly signal: NodeJS.Signals | null
  constructor(code: number | null, signal: NodeJS.Signals | null, lastWords: string) {
    super(`it ended with ${signal ?? `code ${code}`}${lastWords}`)
    this.signal = signal
  }
}

async function launchOnce({
  path,
  env,
  fonts,
  noSandbox = false,
  patience = PATIENCE,
  stopped,
}: LaunchOptions): Promise<RunningBrowser> {
  const profile = createProfile(path)
  const fontEnv = process.platform === 'linux' ? writeFontConfig(profile.folder, fonts) : {}
  const sandbox = noSandbox ? ['--no-sandbox', '--no-zygote'] : []
  const child = spawn(path, [...ARGUMENTS, ...sandbox, ...profile.arguments, ...sharedMemoryArguments(), 'about:blank'], {
    // Local time and language would show in the PDF.
    env: { ...process.env, ...profile.env, ...fontEnv, TZ: 'UTC', LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A process group of its own, so that all of it can be ended; and Ctrl-C in the terminal does not reach it.
    detached: process.platform !== 'win32',
    ...(stopped && { signal: stopped, killSignal: 'SIGKILL' }),
  })
  let killed = false
  const kill = onExit(() => {
    killed = true
    killGroup(child)
    profile.remove()
  })
  // Its helpers may hold the pipe open when the browser itself is gone.
  child.once('exit', () => {
    for (const stream of child.stdio.slice(3)) stream?.destroy()
  })
  try {
    const connected = await connect(child, patience)
    return { ...connected, pid: child.pid ?? 0, isAlive: () => !killed && connected.browser.connected, kill }
  } catch (error) {
    kill()
    throw error
  }
}

/** Connects while the browser starts; fails as soon as it ends, with what it said. */
async function connect(child: ChildProcess, patience: number): Promise<Pick<RunningBrowser, 'browser' | 'version'>> {
  const lastWords = listen(child)
  const { promise: failed, reject } = Promise.withResolvers<never>()
  child.once('error', reject)
  child.once('exit', (code, signal) => {
    // What it said may still be on its way.
    setTimeout(() => reject(new BrowserEnded(code, signal, lastWords())), 50)
  })
  setTimeout(() => reject(new Error(`it did not answer within ${patience / 1000} s${lastWords()}`)), patience).unref()
  const connected = connectPuppeteer(child.stdio[3] as Writable, child.stdio[4] as Readable, reject)
  // A browser that ends breaks the connection first; why it ended says more.
  const withTimeout = connected.catch((error: unknown) => sleep(300).then(() => Promise.reject(error)))
  return Promise.race([withTimeout, failed])
}

/**
 * The browser quits when the pipe closes, so it never outlives Node, not even after `kill -9`. What says something that is no
 * message goes to `fail`, and is not heard any more.
 */
async function connectPuppeteer(
  write: Writable,
  read: Readable,
  fail: (error: Error) => void,
): Promise<Pick<RunningBrowser, 'browser' | 'version'>> {
  const [puppeteer, { PipeTransport }] = await Promise.all([
    import('puppeteer-core/internal/puppeteer-core-browser.js'),
    import('puppeteer-core/internal/node/PipeTransport.js'),
  ])
  const pipe = new PipeTransport(write, read, () => undefined)
  const transport: ConnectionTransport = { send: (message) => pipe.send(message), close: () => pipe.close() }
  pipe.onclose = () => transport.onclose?.()
  pipe.onmessage = async (message) => {
    try {
      await transport.onmessage?.(message)
    } catch (error) {
      fail(new Error(`it does not answer as a browser does (${error instanceof Error ? error.message : error})`))
      read.destroy()
    }
  }
  const browser = await puppeteer.connect({ transport, defaultViewport: null, protocolTimeout: 0 })
  return { browser, version: await browser.version() }
}

/** Keeps the end of what the browser writes to its standard error. */
function listen(child: ChildProcess): () => string {
  let heard = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    heard = (heard + text).slice(-2000)
  })
  return () => {
    const line =
      heard
        .trim()
        .split('\n')
        .find((line) => /FATAL|sandbox|shared libraries|rror/.test(line)) ?? heard.trim().split('\n').at(-1)
    return line ? `: ${line}` : ''
  }
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
