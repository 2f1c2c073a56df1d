import { join, resolve } from 'node:path'
import type { Printer } from '../browser/printer.ts'
import { createFolderFiles } from '../load/folder-files.ts'
import { UsageError } from '../util/diagnostic.ts'
import { kindOf, namesIn, writeInto } from '../util/files.ts'
import { chartStyle } from './chart.ts'
import { differingPart } from './compare-pictures.ts'
import { drawAtOwnSize, drawOnSlide } from './draw-chart.ts'
import { readSpec, type SpecFile } from './read-spec.ts'
import { textsOf, vegaPicture } from './vega-picture.ts'

/** What `gallery` is asked for; paths as given. */
export interface GalleryOptions {
  folder: string
  /** Where data that a chart names by address is; the folder of the charts unless given. */
  data?: string
  /** Where all pictures go; unless given, they go nowhere. */
  out?: string
}

/** What the commands need from outside. */
export interface GalleryEffects {
  root: string
  printer: Printer
  tell(line: string): void
}

/** How one chart fared. */
interface Finding {
  isDrawn: boolean
  isClose: boolean
  saysTheSame: boolean
  /** Time of processors that the slide took, in ms; other programs do not make it longer. */
  time: number
}

/** Part of the pixels that may differ. */
const CLOSE = 0.01

/**
 * Draws all charts of a folder on a slide and at their own size, compares the latter with Vega's own picture, tells what is not as it
 * should be, and at last how many are.
 */
export async function gallery(options: GalleryOptions, effects: GalleryEffects): Promise<void> {
  const { folder, data = folder } = options
  if (kindOf(folder) !== 'folder')
    throw new UsageError(`gallery: found no folder ${folder}, expected one of Vega-Lite or Vega specifications`)
  const paths = namesIn(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
  if (paths.length === 0)
    throw new UsageError(`gallery: found no .json file in ${folder}, expected Vega-Lite or Vega specifications`)
  const look = { style: await chartStyle(effects.root), files: createFolderFiles([resolve(data)], data) }
  const findings: Finding[] = []
  for (const path of paths) findings.push(await judge(join(folder, path), look, options, effects))
  const count = (is: (finding: Finding) => boolean) => `${findings.filter(is).length} of ${findings.length}`
  const times = findings.map(({ time }) => time).sort((a, b) => a - b)
  effects.tell(
    `${times[times.length >> 1]?.toFixed(1)} ms of a processor for a slide at the median, ${times.at(-1)?.toFixed(0)} ms at most`,
  )
  effects.tell(
    `${count(({ isDrawn }) => isDrawn)} compile on a slide, ${count(({ isClose }) => isClose)} within 1 % of Vega's own picture, ` +
      `${count(({ saysTheSame }) => saysTheSame)} with the same texts`,
  )
}

type Look = { style: string; files: ReturnType<typeof createFolderFiles> }

async function judge(
  path: string,
  { style, files }: Look,
  { out }: GalleryOptions,
  { printer, tell }: GalleryEffects,
): Promise<Finding> {
  const file = readOrTell(path, tell)
  if (!file) return { isDrawn: false, isClose: false, saysTheSame: false, time: 0 }
  const begun = process.cpuUsage()
  const slide = drawOnSlide(file, files, style)
  const { user, system } = process.cpuUsage(begun)
  const time = (user + system) / 1000
  for (const diagnostic of slide.diagnostics) tell(`${path}: ${diagnostic}`)
  for (const note of slide.notes) tell(`${path}: drawn; ${note}`)
  const isDrawn = slide.svg !== undefined
  const own = drawAtOwnSize(file, files)
  // What is refused is not given to Vega, either: some of it would end the command.
  const vega =
    own.svg === undefined
      ? undefined
      : await vegaPicture(file.spec, files).catch((error: unknown) => {
          tell(`${path}: Vega itself fails: ${String(error)}`)
          return undefined
        })
  keep(out, file.name, { slide: slide.svg, own: own.svg, vega })
  if (own.svg === undefined || vega === undefined) return { isDrawn, isClose: false, saysTheSame: false, time }
  const [ours, theirs] = [textsOf(own.svg), textsOf(vega)].map((texts) => texts.sort())
  const differing = await differingPart(own.svg, vega, printer)
  const saysTheSame = String(ours) === String(theirs)
  if (differing > CLOSE) tell(`${path}: ${(100 * differing).toFixed(1)} % of the pixels are not as in Vega's own picture`)
  if (!saysTheSame) tell(`${path}: other texts than in Vega's own picture: ${unlike(ours, theirs)}`)
  return { isDrawn, isClose: differing <= CLOSE, saysTheSame, time }
}

function readOrTell(path: string, tell: (line: string) => void): SpecFile | undefined {
  try {
    return readSpec(path)
  } catch (error) {
    tell(`${path}: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}

function unlike(ours: readonly string[] = [], theirs: readonly string[] = []): string {
  const less = (some: readonly string[], others: readonly string[]) => some.filter((text) => !others.includes(text)).slice(0, 3)
  return JSON.stringify({ ours: less(ours, theirs), vega: less(theirs, ours), counts: [ours.length, theirs.length] })
}

function keep(out: string | undefined, name: string, pictures: Readonly<Record<string, string | undefined>>): void {
  if (out === undefined) return
  for (const [kind, svg] of Object.entries(pictures)) if (svg) writeInto(resolve(out), `${name}.${kind}.svg`, svg)
}
