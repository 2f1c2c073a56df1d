/** What a data package beside an author's file says of it. */
export interface Described {
  title?: string
  source?: string
  /** Units by the names of columns. */
  units: ReadonlyMap<string, string>
}

type Json = Readonly<Record<string, unknown>>

/** Reads a data package (Frictionless) as far as it speaks of this file. What cannot be read says nothing. */
export function readDescription(text: string | undefined, file: string): Described {
  const description = parse(text)
  const resources = listOf(description.resources)
  const resource = resources.find(({ path }) => path === file) ?? {}
  const { fields } = isObject(resource.schema) ? resource.schema : {}
  const units = listOf(fields).flatMap(({ name, unit }): [string, string][] =>
    isText(name) && isText(unit) ? [[name, unit]] : [],
  )
  const named = [resource.title, description.title].find(isText)
  const sources = [resource.sources, description.sources].map(listOf).find((list) => list.length > 0) ?? []
  const source = joined(sources.map(({ title }) => title).filter(isText))
  return { ...(named !== undefined && { title: named }), ...(source !== '' && { source }), units: new Map(units) }
}

/** What the source line of a slide holds. */
const ROOM = 140

/** As many sources as the source line has room for, the first in any case. */
function joined(sources: readonly string[]): string {
  return sources.reduce((line, source) => {
    const longer = line === '' ? source : `${line}; ${source}`
    return line === '' || longer.length <= ROOM ? longer : line
  }, '')
}

function parse(text: string | undefined): Json {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
