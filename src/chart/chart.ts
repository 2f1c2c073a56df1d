import { dirname, resolve } from 'node:path'
import { createFolderFiles } from '../load/folder-files.ts'
import { inlineStyle } from '../outputs/assets.ts'
import { chartColours } from '../story/chart-colours.ts'
import { InputError, UsageError } from '../util/diagnostic.ts'
import { writeInto } from '../util/files.ts'
import { type Drawn, drawAtOwnSize, drawOnSlide } from './draw-chart.ts'
import { readSpec } from './read-spec.ts'

/** What `chart` is asked for; paths as given. */
export interface ChartOptions {
  specs: readonly string[]
  out: string
  /** At the chart's own size and in Vega's own look. */
  ownSize: boolean
  /** Where data that a chart names by address is; the folder of the chart unless given. */
  data?: string
}

/** Relative to the machine's folder. */
const STYLE = 'src/chart/chart.css'

/** The style sheet of a chart's own file, with the colours of charts that say nothing of theirs. */
export function chartStyle(root: string): Promise<string> {
  return inlineStyle(root, STYLE, { palette: chartColours })
}

/**
 * Draws Vega-Lite or Vega files, one SVG each, and tells a line for each. Throws InputError if any was refused, when all others are
 * drawn.
 */
export async function chart(
  { specs, out, ownSize, data }: ChartOptions,
  root: string,
  tell: (line: string) => void,
): Promise<void> {
  if (specs.length === 0) throw new UsageError('chart: found no file, expected Vega-Lite or Vega specifications')
  const style = ownSize ? '' : await chartStyle(root)
  const written = new Set<string>()
  let refused = 0
  for (const path of specs) {
    const { name, diagnostics, notes, svg } = drawFile(path, data, ownSize, style)
    const twice = written.has(name)
    const faults = twice ? [`another chart is called ${name}, too; rename one`] : diagnostics
    if (svg !== undefined && !twice) writeInto(resolve(out), `${name}.svg`, svg)
    written.add(name)
    if (faults.length > 0) refused++
    for (const fault of faults) tell(`${path}: ${fault}`)
    if (faults.length === 0) tell(`${path}: drawn as ${name}.svg${notes.map((note) => `; ${note}`).join('')}`)
  }
  if (refused > 0) throw new InputError([{ message: `${refused} of ${specs.length} charts could not be drawn` }])
}

function drawFile(path: string, data: string | undefined, ownSize: boolean, style: string): Drawn & { name: string } {
  try {
    const file = readSpec(path)
    const files = createFolderFiles([resolve(data ?? dirname(path))], data ?? `${dirname(path)} or the folder of --data`)
    return { name: file.name, ...(ownSize ? drawAtOwnSize(file, files) : drawOnSlide(file, files, style)) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { name: path, diagnostics: [error.message], notes: [] }
  }
}
