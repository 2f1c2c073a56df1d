/** The command line: reads the flags, runs the command, tells how it went, ends with the right exit code. */
import { resolve } from 'node:path'
import type { Printer, PrinterOptions } from '../browser/printer.ts'
import type { Options } from '../build/options.ts'
import { requireOpenFiles } from '../util/files.ts'
import { MACHINE, nameAndVersion } from '../util/machine.ts'
import type { Report, Terminal } from '../util/report.ts'
import { describeFailure } from './failure.ts'
import { keepCompiledCode, tuneForOneBuild } from './tuning.ts'

// A deck's own dates are read alike wherever it is built.
process.env.TZ = 'UTC'
keepCompiledCode()

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

const terminal: Terminal = {
  write: (text) => process.stdout.write(text),
  interactive: process.stdout.isTTY === true && !process.env.CI,
}
// Whoever reads the report may stop reading (`| head`); the build goes on.
process.stdout.on('error', () => {})
const stopping = new AbortController()
for (const [signal, code] of Object.entries(SIGNALS)) process.once(signal, () => stopping.abort(code))

const say = (line: string) => void terminal.write(`${line}\n`)
const { signal: stopped } = stopping
let exitCode = 0

/** What each command does. */
const COMMANDS: Record<Options['command'], (options: Options) => Promise<void>> = {
  build: runBuild,
  async present({ out, folder }) {
    const { present } = await import('./present.ts')
    return present(resolve(out ?? `${folder}/dist`), { terminal, stopped })
  },
  async init({ folder, data = '', dryRun, json, overrides }) {
    const { askInTerminal, init } = await import('../init/init.ts')
    const isAsking = terminal.interactive && process.stdin.isTTY === true && !json
    return init(folder, data, { dryRun, json, overrides }, { terminal, stdin, ...(isAsking && { ask: askInTerminal }) })
  },
  async chart(options) {
    const { chart } = await import('../chart/chart.ts')
    return chart({ ...options, out: options.out ?? '' }, MACHINE, say)
  },
  async 'motion-pairs'(options) {
    const { motionPairs } = await import('../chart/motion-pairs.ts')
    return motionPairs(options, say)
  },
  async gallery(options) {
    const { gallery } = await import('../chart/gallery.ts')
    return withPrinter({}, (printer) => gallery(options, { root: MACHINE, printer, tell: say }))
  },
  async shot({ slide = '', folder, out = '.', systemFonts }) {
    const { shot } = await import('./shot.ts')
    const report = await reportTo(terminal)
    return withPrinter({ say: report.line, systemFonts }, (printer) =>
      shot({ slide, folder, out }, { root: MACHINE, printer, report }),
    )
  },
  async figures({ folder, json }) {
    const { figures, figureLines } = await import('./figures.ts')
    const found = await figures(folder, await reportTo(errors))
    say(json ? JSON.stringify(found, null, 2) : figureLines(found).join('\n'))
  },
}

/** For reports where other programs read standard output. */
const errors: Terminal = { write: (text) => process.stderr.write(text), interactive: false }

async function reportTo(place: Terminal): Promise<Report> {
  return (await import('../util/report.ts')).createReport(place)
}

/** Does something with a browser, which ends with it, or when the user stops it. */
async function withPrinter<T>(options: PrinterOptions, use: (printer: Printer) => Promise<T>): Promise<T> {
  const { createPrinter } = await import('../browser/printer.ts')
  const printer = createPrinter(options)
  stopped.addEventListener('abort', () => printer.close())
  return use(printer).finally(printer.close)
}

/** All that is piped in. */
async function stdin(): Promise<Uint8Array> {
  return Buffer.concat(await process.stdin.toArray())
}

/** Builds once, checks without writing, or goes on building after every save. */
async function runBuild(options: Options): Promise<void> {
  if (!options.watch) tuneForOneBuild()
  const report = await reportTo(options.json ? errors : terminal)
  const { wantedOutputs } = await import('../outputs/index.ts')
  const isPrinting = wantedOutputs(options).some(({ printed }) => printed)
  const printing = { say: report.line, lazy: options.watch || !isPrinting, systemFonts: options.systemFonts }
  return withPrinter(printing, async (printer) => {
    const { build } = await import('../build/build-deck.ts')
    const effects = { report, printer, root: MACHINE, generator: nameAndVersion(), stopped }
    if (options.watch) {
      const { watch } = await import('../dev/watch.ts')
      return watch(options, effects)
    }
    if (options.check) {
      const { check } = await import('../check/check-story.ts')
      const checking = () => report.step('total', () => check(options, effects))
      return options.json ? reportAsJson(checking) : checking()
    }
    const noBrowser = await report.step('total', () => build(options, effects))
    if (options.verbose) report.line(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
    if (noBrowser) throw noBrowser
  })
}

/** What other programs are told of a check; mistakes of the deck have their exit code. */
async function reportAsJson(checking: () => Promise<void>): Promise<void> {
  const { diagnosticsAsJson } = await import('../check/diagnostics-as-json.ts')
  const { json, found } = await diagnosticsAsJson(checking)
  say(json)
  if (found > 0) exitCode = 1
}

async function run(args: readonly string[]): Promise<void> {
  requireOpenFiles()
  const { help, parseFlags } = await import('./flags.ts')
  const options = parseFlags(args)
  return options.help ? say(help()) : COMMANDS[options.command](options)
}

/** Says what went wrong and returns the exit code for it; what ends because it is stopped has not failed. */
function failed(error: unknown): number {
  if (stopped.aborted) {
    process.stderr.write('\nStopped; the outputs are as they were.\n')
    return 0
  }
  const { text, code } = describeFailure(error)
  process.stderr.write(`\n${text}\n`)
  return code
}

// What reaches nobody else is a fault as well, and must not end like a mistake of the author's.
process.on('uncaughtException', (error) => process.exit(failed(error)))
await run(process.argv.slice(2)).catch((error: unknown) => {
  exitCode = failed(error)
})
process.exitCode = stopped.aborted ? Number(stopped.reason) : exitCode
