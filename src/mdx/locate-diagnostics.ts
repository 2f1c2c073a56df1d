import { type Diagnostic, type Location, locationIn } from '../util/diagnostic.ts'
import { decoded, type SlideSource } from './source.ts'

/** Diagnostics that know what was written, and only its file, with the place where it is written. */
export function locateDiagnostics(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<string, SlideSource>): Diagnostic[] {
  return diagnostics.map(({ said = '', location, ...diagnostic }) => {
    const source = location?.line === undefined ? sources.get(location?.file ?? '') : undefined
    const found = (source && locationOf(source, said)) ?? location
    return { ...diagnostic, ...(found && { location: found }) }
  })
}

/** So many words of a text are looked for, which goes on in other lines or with other marks; else, fewer. */
const BEGINNINGS = [5, 2, 1]

function locationOf({ file, text, addresses }: SlideSource, said: string): Location | undefined {
  const known = addresses.find(({ address }) => address !== undefined && decoded(address) === decoded(said))
  const body = /^\uFEFF?---\r?\n.*?\n---\r?\n/s.exec(text)?.[0].length ?? 0
  const at = BEGINNINGS.map((count) => text.slice(body).search(beginning(said, count))).find((offset) => offset >= 0)
  return known?.location ?? (at === undefined || said === '' ? undefined : locationIn(file, text, body + at))
}

/** Finds the first words of a text, whatever parts them. */
function beginning(text: string, count: number): RegExp {
  const words = text.trim().split(/\s+/).slice(0, count)
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('\\s+')
  return RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'u')
}
