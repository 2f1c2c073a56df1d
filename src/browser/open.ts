import { EnvironmentError, NoBrowserError } from '../util/diagnostic.ts'
import { bundledBrowser, bundledFonts, isBundled } from './bundled.ts'
import { type Candidate, findBrowsers, thisMachine } from './find.ts'
import { BrowserEnded, launch, type RunningBrowser } from './launch.ts'
import { reasonForNoSandbox } from './sandbox.ts'

const WAYS_TO_FIX = [
  'install Google Chrome, Chromium or Microsoft Edge',
  'set PUPPETEER_EXECUTABLE_PATH to a browser of that kind',
  'npx puppeteer browsers install chrome-headless-shell',
]

/** What opening a browser depends on; real by default. */
export interface OpenOptions {
  /** In order of preference. */
  candidates?: readonly Candidate[]
  /** Where the bundled browser comes from. */
  bundled?: typeof bundledBrowser
  /** How long a browser may take to answer when it is started, in ms. */
  patience?: number
  /** The machine's fonts are used, too. Only Linux can do without. */
  systemFonts?: boolean
  /** Aborted when nobody needs the browser any more. */
  stopped?: AbortSignal
  /** Told what the author should know of the browser. */
  say?: (message: string) => void
}

/**
 * Starts the first browser of this machine that works. Throws NoBrowserError, with what was tried and
 * three ways to fix it, when there is none; EnvironmentError when there is one that something kills.
 */
export async function openBrowser(options: OpenOptions = {}): Promise<RunningBrowser> {
  const {
    candidates = findBrowsers(thisMachine()).filter(({ source }) => source !== 'bundled' || isBundled()),
    bundled = bundledBrowser,
    patience,
    stopped,
  } = options
  // Where no font is bundled either, there would be none at all.
  const systemFonts = options.systemFonts || !isBundled()
  const why = reasonForNoSandbox()
  const failures: string[] = []
  let wasKilled = false
  for (const candidate of candidates) {
    try {
      const { path, env } = candidate.path === undefined ? await bundled() : { path: candidate.path, env: {} }
      const fonts = { places: process.platform === 'linux' && isBundled() ? [await bundledFonts()] : [], system: systemFonts }
      const running = await launch({
        path,
        env,
        fonts,
        noSandbox: why !== undefined,
        ...(patience !== undefined && { patience }),
        ...(stopped && { stopped }),
      })
      const notes = [...failures, ...differences(candidate, running, systemFonts)]
      if (why !== undefined) notes.push(`the browser runs without its own sandbox, since ${why}`)
      for (const note of notes) options.say?.(note)
      return running
    } catch (error) {
      stopped?.throwIfAborted()
      failures.push(describe(candidate, error))
      wasKilled ||= error instanceof BrowserEnded && error.signal === 'SIGKILL'
    }
  }
  if (wasKilled)
    throw new EnvironmentError(
      `the browser was killed while it started:\n  ${failures.join('\n  ')}\nBuild again with more memory free.`,
    )
  // An install without optional packages is a choice, and one line is enough of it.
  if (failures.length === 0)
    throw new NoBrowserError(`found no browser, without which there are no PDFs and no pictures; ${WAYS_TO_FIX.join(', or ')}`)
  const ways = WAYS_TO_FIX.map((way) => `\n  - ${way}`).join('')
  // Where none finds a folder to write in, another browser would not either.
  const help = failures.every((failure) => failure.includes('XDG_CACHE_HOME')) ? '' : `\nAny of these helps:${ways}`
  throw new NoBrowserError(`no browser could be started:\n  ${failures.join('\n  ')}${help}`)
}

/** Why bytes may not be the same as on another machine. */
function differences({ path, source }: Candidate, { version }: RunningBrowser, systemFonts: boolean): string[] {
  const elsewhere = 'PDFs and pictures may differ in some bytes from those made elsewhere'
  return [
    ...(path === undefined ? [] : [`the browser is ${version} at ${path} (${source}); ${elsewhere}`]),
    ...(systemFonts ? [`the fonts of this machine are used, too; ${elsewhere}`] : []),
  ]
}

function describe({ path, source }: Candidate, error: unknown): string {
  const name = source === 'bundled' ? 'the bundled browser (@sparticuz/chromium)' : `${path} (${source})`
  const message = error instanceof Error ? error.message : String(error)
  return `${name}: ${message}${adviceFor(message)}`
}

function adviceFor(message: string): string {
  if (/usable sandbox/i.test(message)) return '; allow unprivileged user namespaces on this machine, or build in a container'
  if (/^(?:ENOSPC|EDQUOT|EROFS|EACCES|EPERM|ENOTDIR|ENOENT)\b/.test(message))
    return '; set XDG_CACHE_HOME and TMPDIR to folders that you can write, with 300 MB free'
  return ''
}
