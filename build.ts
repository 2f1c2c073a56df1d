/** The command line: reads the flags, runs the command, tells how it went, ends with the right exit code. */
import { enableCompileCache } from 'node:module'
import { join, resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { privateFolder } from './src/browser/private-folder.ts'
import type { Options } from './src/flags.ts'
import type { Terminal } from './src/report.ts'

try {
  // Vega, MDX and Puppeteer load in half the time when V8's work on them is kept from the last run.
  enableCompileCache(join(privateFolder(), 'compile-cache'))
} catch {
  // Without a place for it everything works, only slower.
}

// A deck's own dates are read alike wherever it is built.
process.env.TZ = 'UTC'

// A build is over before well optimized code has paid for itself. Functions must be called more often before V8 works on them
// with threads that the browser needs: a third of a second of processor time less, and no later end.
setFlagsFromString('--invocation-count-for-maglev=1000')
setFlagsFromString('--invocation-count-for-turbofan=100000')
// Nor does esbuild run long enough to need its memory cleared as often as Go does by itself.
process.env.GOGC ??= '400'

const root = import.meta.dirname
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
const CODES: Readonly<Record<string, number>> = { InputError: 1, UsageError: 2, EnvironmentError: 3 }
/** Exit code for a fault of the generator itself. */
const FAULT = 70

const terminal: Terminal = {
  write: (text) => process.stdout.write(text),
  interactive: process.stdout.isTTY === true && !process.env.CI,
}
// Whoever reads the report may stop reading (`| head`); the build goes on.
process.stdout.on('error', () => {})
const stopping = new AbortController()
for (const [signal, code] of Object.entries(SIGNALS)) process.once(signal, () => stopping.abort(code))

async function run(args: readonly string[]): Promise<number> {
  const { help, parseFlags } = await import('./src/flags.ts')
  const options = parseFlags(args)
  if (options.help) {
    terminal.write(`${help()}\n`)
    return 0
  }
  if (options.command === 'present') {
    const { present } = await import('./src/present.ts')
    await present(resolve(options.out ?? `${options.folder}/dist`), { terminal, stopped: stopping.signal })
    return 0
  }
  if (options.command === 'init') {
    const { init } = await import('./src/init/init.ts')
    await init(options.folder, options.data ?? '', terminal)
    return 0
  }
  return runBuild(options)
}

/** Builds once, checks without writing, or goes on building after every save. */
async function runBuild(options: Options): Promise<number> {
  const { createPrinter } = await import('./src/browser/printer.ts')
  const { createReport } = await import('./src/report.ts')
  const report = createReport(terminal)
  const printer = createPrinter({ say: report.line, lazy: options.watch })
  stopping.signal.addEventListener('abort', () => printer.close())
  try {
    const { build } = await import('./src/build.ts')
    // From here on V8 clears its space for new objects rather than enlarging it: a quarter less memory in the same time.
    setFlagsFromString('--semi-space-growth-factor=1')
    const effects = { report, printer, root, generator: await version(), stopped: stopping.signal }
    if (options.watch) {
      const { watch } = await import('./src/watch/watch.ts')
      await watch(options, effects)
      return 0
    }
    if (options.check) {
      const { check } = await import('./src/check/check.ts')
      await report.step('total', () => check(options, effects))
      return 0
    }
    const noBrowser = await report.step('total', () => build(options, effects))
    if (options.verbose) report.line(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
    if (noBrowser) throw noBrowser
    return 0
  } finally {
    await printer.close()
  }
}

async function version(): Promise<string> {
  const { default: about } = await import('./package.json', { with: { type: 'json' } })
  return `${about.name} ${about.version}`
}

/** Expected errors print what to do; a bug prints its stack. */
function failed(error: unknown): number {
  const code = error instanceof Error ? CODES[error.name] : undefined
  if (code !== undefined && error instanceof Error) {
    process.stderr.write(`\n${error.message}\n`)
    return code
  }
  if ((error as NodeJS.ErrnoException | undefined)?.syscall === 'uv_cwd') {
    process.stderr.write('\nthe folder in which this was started is gone; start it in another one\n')
    return 3
  }
  process.stderr.write(
    `\n${error instanceof Error ? error.stack : String(error)}\n\nThis is a fault of the generator; please report it with the lines above.\n`,
  )
  return FAULT
}

const code = await run(process.argv.slice(2)).catch((error: unknown) => (stopping.signal.aborted ? 0 : failed(error)))
process.exitCode = stopping.signal.aborted ? Number(stopping.signal.reason) : code
