import { resolve } from 'node:path'
import type { Printer } from '../browser/printer.ts'
import { composeStory } from '../load/compose-story.ts'
import { findDeck } from '../load/find-deck.ts'
import { fontPackages } from '../outputs/assets.ts'
import { outputs, storyChecks, wantedOutputs } from '../outputs/index.ts'
import { isPackage } from '../outputs/licences/licences.ts'
import { SETTINGS } from '../outputs/output.ts'
import { sourceDate } from '../pdf/dates.ts'
import { compress, isCompressed } from '../publish/compress.ts'
import { keepOthers } from '../publish/keep-others.ts'
import type { Manifest, Origin } from '../publish/manifest.ts'
import { prepareFolder, publish } from '../publish/publish.ts'
import { InputError, type NoBrowserError } from '../util/diagnostic.ts'
import type { OutputFile } from '../util/output-file.ts'
import { formatSize, type Report } from '../util/report.ts'
import { makeOutputs, prepareOutputs } from './make-outputs.ts'
import type { Options } from './options.ts'

/** What a build needs from outside; parameters, so that tests give others. */
export interface BuildEffects {
  report: Report
  printer: Printer
  /** The machine's folder. */
  root: string
  /** Name and version of the generator. */
  generator: string
  /** Aborted when the user stops the build. */
  stopped: AbortSignal
}

/**
 * Builds a deck: composes the story, makes the outputs side by side, publishes them in one go. Resolves to the reason when
 * there is no browser to print with; all else is then published. Throws InputError, UsageError or EnvironmentError with the
 * output folder as it was.
 */
export async function build(options: Options, effects: BuildEffects): Promise<NoBrowserError | undefined> {
  const { report, root, generator, stopped } = effects
  const folder = findDeck(options.folder)
  const out = resolve(options.out ?? `${folder}/dist`)
  const sources = [folder, root]
  await prepareFolder(out, sources)
  const composing = composeStory(folder, report, storyChecks)
  // Whoever makes the outputs hears of a failure of theirs. Nothing of a build goes on after its end.
  await Promise.allSettled([composing, prepareOutputs(options, effects)])
  const story = await composing
  const origin: Origin = { generator, input: story.inputHash, settings: settingsOf(options) }
  const others = options.only
    ? keepOthers(out, new Set(wantedOutputs(options).map(({ name }) => name)), {
        origin,
        untouched,
        hasPackage: (name) => fontPackages(story.fonts, root).has(name) || isPackage(name, root),
      })
    : undefined
  const { files, diagnostics, noBrowser } = await makeOutputs(story, options, { ...effects, ...(others && { kept: others }) })
  stopped.throwIfAborted()
  if (diagnostics.length > 0) throw new InputError(diagnostics)
  files.push(...stillMissing(others?.files ?? [], files, options))
  if (options.compress) files.push(...(await report.step('compress', () => compress(files))))
  const manifest = await report.step('publish', () => publish(out, files, origin, sources))
  for (const line of others?.said ?? []) report.line(line)
  for (const line of summary(options.out ?? out, manifest)) report.line(line)
  return noBrowser
}

/** What, beside the story, the bytes of outputs depend on. */
function settingsOf({ paper, steps, video, baseUrl }: Options): Origin['settings'] {
  const date = sourceDate()?.toISOString()
  return {
    paper,
    ...(steps === 'all' && { steps }),
    ...(video === 'portrait' && { video }),
    ...(baseUrl !== undefined && { baseUrl }),
    ...(date !== undefined && { date }),
  }
}

function untouched(name: string): readonly string[] {
  const changedBy = outputs.find((output) => output.name === name)?.changedBy ?? []
  return SETTINGS.filter((setting) => !changedBy.includes(setting))
}

/** Of the files that are kept, those that were not made again, or will be. */
function stillMissing(kept: readonly OutputFile[], made: readonly OutputFile[], { compress }: Options): OutputFile[] {
  const paths = new Set(made.map(({ path }) => path))
  return kept.filter(({ path }) => !paths.has(path) && !(compress && isCompressed(path)))
}

/** Folders with more files than this are told in one line. */
const MOST_LISTED = 6

/** A table of what was written; large folders come last, each in one line. */
function summary(out: string, { outputs: written }: Manifest): string[] {
  const total = (files: typeof written) => files.reduce((sum, { size }) => sum + size, 0)
  const folders = Map.groupBy(written, ({ path }) => path.slice(0, path.lastIndexOf('/') + 1))
  const large = [...folders].filter(([folder, files]) => folder !== '' && files.length > MOST_LISTED)
  const listed = written.filter((file) => !large.some(([, files]) => files.includes(file)))
  const rows: [string, number][] = [
    ...listed.map(({ path, size }): [string, number] => [path, size]),
    ...large.map(([folder, files]): [string, number] => [`${folder} (${files.length} files)`, total(files)]),
    ['all', total(written)],
  ]
  const width = Math.max(...rows.map(([path]) => path.length))
  return ['', `Written to ${out}:`, ...rows.map(([path, size]) => `  ${path.padEnd(width)}  ${formatSize(size).padStart(8)}`)]
}
