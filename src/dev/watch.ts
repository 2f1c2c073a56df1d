import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { BuildEffects } from '../build/build-deck.ts'
import type { Options } from '../build/options.ts'
import type { ListedDiagnostic } from '../client/live/overlay.ts'
import type { LiveMessage } from '../client/live/start-live.ts'
import { type Composer, createComposer } from '../load/compose-story.ts'
import { STYLE_FILE } from '../load/deck-style.ts'
import { findDeck } from '../load/find-deck.ts'
import { forgetAssets } from '../outputs/assets.ts'
import { storyChecks } from '../outputs/index.ts'
import { repair } from '../publish/publish.ts'
import { InputError } from '../util/diagnostic.ts'
import type { Report } from '../util/report.ts'
import { createCollector } from './collect-garbage.ts'
import { createEvents, type Events } from './events.ts'
import { listDiagnostics } from './listed-diagnostics.ts'
import { createPages, type Pages } from './live-pages.ts'
import { type Server, serve } from './serve.ts'
import { createWatcher, type Watcher } from './watcher.ts'

/** The port that is tried first. */
const PORT = 4343
/** Time in ms in which the deck fetches what it shows, before other pages keep the machine busy. */
const HEAD_START = 40
/** Time in ms for which a mistake must stand before it is shown: some editors empty a file long before they fill it again. */
const PATIENCE = 300

/**
 * Serves the pages of a deck on loopback and renews them after every save, until it is stopped. Writes nothing, but puts back what a killed build left out of the way. The deck may be
 * broken or missing at any time: the pages then say so, and are renewed when it can be built again.
 */
export async function watch(options: Options, effects: BuildEffects): Promise<void> {
  const { report, root, stopped } = effects
  const folder = findDeck(options.folder)
  await repair(resolve(options.out ?? `${folder}/dist`))
  const events = createEvents()
  const pages = createPages({
    root,
    printer: effects.printer,
    paper: options.paper,
    ...(options.baseUrl !== undefined && { baseUrl: options.baseUrl }),
    note: () => undefined,
    step: async (_, work) => work(),
  })
  const server = await serve(() => pages, PORT, events)
  const watcher = createWatcher(folder, root)
  const composer = createComposer(folder, quiet(report), storyChecks)
  const collectLater = createCollector()
  stopped.addEventListener('abort', watcher.close, { once: true })
  if (stopped.aborted) watcher.close()
  const live: Live = { composer, pages, events, watcher, report, folder, stopped, diagnostics: [] }
  try {
    for (const line of welcome(server)) report.line(line)
    for (let changed: readonly string[] | undefined = []; changed; changed = await watcher.next()) {
      await renew(changed, live)
      watcher.follow(composer.inputs)
      if (changed.length === 0 && !stopped.aborted) await warmUp(composer)
      collectLater()
    }
  } finally {
    watcher.close()
    await Promise.all([server.close(), composer.dispose()])
  }
}

/** A line for each step would be too much after each save. */
function quiet({ line }: Report): Report {
  return { line, step: async (_, work) => work() }
}

function welcome({ url }: Server): string[] {
  const pages = [
    ['deck', ''],
    ['reading page', 'read.html'],
    ['handout', 'handout.html'],
    ['PDFs', 'slides.pdf'],
    ['', 'handout.pdf'],
  ] as const
  return [
    'Live, on this machine alone:',
    ...pages.map(([name, path]) => `  ${name.padEnd(14)}${url}${path}`),
    'Save a file to see it there. Press Ctrl-C to stop.',
    '',
  ]
}

interface Live {
  composer: Composer
  pages: Pages
  events: Events
  watcher: Watcher
  report: Report
  folder: string
  stopped: AbortSignal
  /** What the pages say is wrong. */
  diagnostics: readonly ListedDiagnostic[]
}

/** Brings the pages up to what is on the disk, or sends them what is wrong there. */
async function renew(changed: readonly string[], live: Live): Promise<void> {
  const { composer, pages, events, report } = live
  const begun = performance.now()
  if (changed.some((file) => file.endsWith('.css') && !file.endsWith(STYLE_FILE))) forgetAssets()
  try {
    pages.renew(await composer.compose())
    await pages.make(['index.html'])
    // The deck need not wait for the other pages. What was wrong may be wrong with them, so it stands until they are made.
    sendState(live)
    if (events.open().size > 1) await setTimeout(HEAD_START)
    await pages.make(events.open())
    live.diagnostics = []
    sendState(live)
    report.line(
      `  ${changed.length === 0 ? 'ready' : 'renewed'} in ${Math.round(performance.now() - begun)} ms${naming(changed)}`,
    )
  } catch (error) {
    // What ends because it is stopped has not failed.
    if (!live.stopped.aborted) await showError(error, live)
  }
}

/** The first save need not wait for what is loaded and learnt once. */
async function warmUp(composer: Composer): Promise<void> {
  await import('../mdx/compile-slide.ts')
  // What is wrong has been shown.
  await composer.compose().catch(() => undefined)
}

/** Many files are only counted. */
function naming(changed: readonly string[]): string {
  if (changed.length === 0) return ''
  return changed.length > 3 ? `: ${changed.length} files` : `: ${changed.join(', ')}`
}

/** A mistake that may be half a save is not shown while the other half is on its way. */
async function showError(error: unknown, live: Live): Promise<void> {
  const { watcher, report, folder } = live
  if (await watcher.isPending(PATIENCE)) return
  const isInput = error instanceof InputError
  report.line(`\n${isInput ? error.message : error instanceof Error ? error.stack : String(error)}`)
  report.line(isInput ? 'The pages stay as they were until this is mended.\n' : 'This is a fault of the generator.\n')
  live.diagnostics = await listDiagnostics(error, folder)
  sendState(live)
}

function sendState({ events, pages, diagnostics }: Live): void {
  const message: LiveMessage = { version: pages.version, diagnostics }
  events.send(message)
}
