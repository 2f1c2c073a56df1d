/** The command line: reads the flags, runs the command, tells how it went, ends with the right exit code. */
import { resolve } from 'node:path'
import type { Options } from '../build/options.ts'
import { MACHINE, nameAndVersion } from '../util/machine.ts'
import type { Terminal } from '../util/report.ts'
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

async function run(args: readonly string[]): Promise<number> {
  const { help, parseFlags } = await import('./flags.ts')
  const options = parseFlags(args)
  if (options.help) {
    terminal.write(`${help()}\n`)
    return 0
  }
  if (options.command === 'present') {
    const { present } = await import('./present.ts')
    await present(resolve(options.out ?? `${options.folder}/dist`), { terminal, stopped: stopping.signal })
    return 0
  }
  if (options.command === 'init') {
    const { askInTerminal, init } = await import('../init/init.ts')
    const { folder, data = '', dryRun, json, overrides } = options
    const isAsking = terminal.interactive && process.stdin.isTTY === true && !json
    await init(folder, data, { dryRun, json, overrides }, { terminal, stdin, ...(isAsking && { ask: askInTerminal }) })
    return 0
  }
  if (options.command === 'chart') {
    const { chart } = await import('../chart/chart.ts')
    await chart({ ...options, out: options.out ?? '' }, MACHINE, (line) => terminal.write(`${line}\n`))
    return 0
  }
  if (options.command === 'motion-pairs') {
    const { motionPairs } = await import('../chart/motion-pairs.ts')
    await motionPairs(options, (line) => terminal.write(`${line}\n`))
    return 0
  }
  if (options.command === 'shot') return runShot(options)
  if (options.command === 'figures') return runFigures(options)
  return options.command === 'gallery' ? runGallery(options) : runBuild(options)
}

/** Photographs a slide. */
async function runShot({ slide = '', folder, out = '.', systemFonts }: Options): Promise<number> {
  const { createPrinter } = await import('../browser/printer.ts')
  const { createReport } = await import('../util/report.ts')
  const report = createReport(terminal)
  const printer = createPrinter({ say: report.line, systemFonts })
  stopping.signal.addEventListener('abort', () => printer.close())
  try {
    const { shot } = await import('./shot.ts')
    await shot({ slide, folder, out }, { root: MACHINE, printer, report })
    return 0
  } finally {
    await printer.close()
  }
}

/** Lists the numbers of a deck. */
async function runFigures({ folder, json }: Options): Promise<number> {
  const { createReport } = await import('../util/report.ts')
  const { figures, figureLines } = await import('./figures.ts')
  const quiet = createReport({ write: (text) => process.stderr.write(text), interactive: false })
  const found = await figures(folder, quiet)
  terminal.write(`${json ? JSON.stringify(found, null, 2) : figureLines(found).join('\n')}\n`)
  return 0
}

/** Compares charts with Vega's own pictures. */
async function runGallery(options: Options): Promise<number> {
  const { createPrinter } = await import('../browser/printer.ts')
  const printer = createPrinter()
  stopping.signal.addEventListener('abort', () => printer.close())
  try {
    const { gallery } = await import('../chart/gallery.ts')
    await gallery(options, { root: MACHINE, printer, tell: (line) => terminal.write(`${line}\n`) })
    return 0
  } finally {
    await printer.close()
  }
}

/** All that is piped in. */
async function stdin(): Promise<Uint8Array> {
  return Buffer.concat(await process.stdin.toArray())
}

/** Builds once, checks without writing, or goes on building after every save. */
async function runBuild(options: Options): Promise<number> {
  if (!options.watch) tuneForOneBuild()
  const { createPrinter } = await import('../browser/printer.ts')
  const { createReport } = await import('../util/report.ts')
  // Other programs read standard output.
  const report = createReport(options.json ? { write: (text) => process.stderr.write(text), interactive: false } : terminal)
  const { wantedOutputs } = await import('../outputs/index.ts')
  const isPrinting = wantedOutputs(options).some(({ printed }) => printed)
  const printer = createPrinter({ say: report.line, lazy: options.watch || !isPrinting, systemFonts: options.systemFonts })
  stopping.signal.addEventListener('abort', () => printer.close())
  try {
    const { build } = await import('../build/build-deck.ts')
    const effects = { report, printer, root: MACHINE, generator: nameAndVersion(), stopped: stopping.signal }
    if (options.watch) {
      const { watch } = await import('../dev/watch.ts')
      await watch(options, effects)
      return 0
    }
    if (options.check) {
      const { check } = await import('../check/check-story.ts')
      const checking = () => report.step('total', () => check(options, effects))
      if (options.json) return await reportAsJson(checking)
      await checking()
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

/** What other programs are told of a check, and the exit code that goes with it. */
async function reportAsJson(checking: () => Promise<void>): Promise<number> {
  const { diagnosticsAsJson } = await import('../check/diagnostics-as-json.ts')
  const { json, found } = await diagnosticsAsJson(checking)
  terminal.write(`${json}\n`)
  return found > 0 ? 1 : 0
}

/** Says what went wrong and returns the exit code for it; what ends because it is stopped has not failed. */
function failed(error: unknown): number {
  if (stopping.signal.aborted) {
    process.stderr.write('\nStopped; the outputs are as they were.\n')
    return 0
  }
  const { text, code } = describeFailure(error)
  process.stderr.write(`\n${text}\n`)
  return code
}

// What reaches nobody else is a fault as well, and must not end like a mistake of the author's.
process.on('uncaughtException', (error) => process.exit(failed(error)))
const code = await run(process.argv.slice(2)).catch(failed)
process.exitCode = stopping.signal.aborted ? Number(stopping.signal.reason) : code
