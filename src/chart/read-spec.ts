import { basename } from 'node:path'
import type { ChartSpec } from '../story/slide-chart.ts'
import { readBytes } from '../util/files.ts'

/** A chart as it lies in a file. */
export interface SpecFile {
  path: string
  /** The file's name without its endings: `cars` of `cars.vl.json`. */
  name: string
  spec: ChartSpec
}

/** Reads a chart from a JSON file. Throws Error, whose message says what is wrong. */
export function readSpec(path: string): SpecFile {
  const bytes = readBytes(path)
  if (!bytes) throw new Error('found no such file, expected a Vega-Lite or Vega specification')
  const spec: unknown = parse(new TextDecoder().decode(bytes))
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec))
    throw new Error('found JSON that is no object, expected a Vega-Lite or Vega specification')
  return { path, name: basename(path).replace(/(?:\.v[lg])?\.json$/i, ''), spec: spec as ChartSpec }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw new Error(`found no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** What a chart says of itself, for those who cannot see it. */
export function nameOf({ name, spec }: SpecFile): string {
  const { description, title } = spec as { description?: unknown; title?: unknown }
  const said = [description, title, Object(title).text].find((each) => typeof each === 'string' && each.trim() !== '')
  return typeof said === 'string' ? said : name
}
