import type { OutputFile } from '../util/output-file.ts'
import type { Manifest, Origin } from './manifest.ts'
import { type Built, readBuilt } from './read-built.ts'

/** Outputs of the build before that are still true, and what is to be said of all others. */
export interface Others {
  names: readonly string[]
  files: readonly OutputFile[]
  /** Lines for the report; none when there was nothing else. */
  said: readonly string[]
}

/** What is made now. */
export interface Present {
  origin: Origin
  /** The settings that make no difference to the output of a name. */
  untouched(name: string): readonly string[]
  /** Whether a package is where it was, so that its notices can be passed on. */
  hasPackage(name: string): boolean
}

/**
 * Looks which outputs in the folder, but for those that are made anew, were made from the same story by the same generator with the
 * same settings and are whole; these stay. An output that is not stays out, and is named with the reason.
 */
export function keepOthers(out: string, made: ReadonlySet<string>, { origin, untouched, hasPackage }: Present): Others {
  const built = readBuilt(out)
  const all = new Set(built?.manifest.outputs.flatMap(({ madeBy }) => madeBy))
  const others = [...all].filter((name) => !made.has(name)).sort()
  if (!built) return { names: [], files: [], said: [] }
  const byReason = Map.groupBy(others, (name) => {
    const found = differenceOf(built.manifest, origin, untouched(name))
    return found ?? (isWhole(built, name, hasPackage) ? TRUE : 'files are missing or not as they were built')
  })
  const names = byReason.get(TRUE) ?? []
  const said = [...byReason].map(([reason, those]) =>
    reason === TRUE ? `kept from the build before: ${those.join(', ')}` : `removed: ${those.join(', ')}; ${reason}`,
  )
  return { names, files: filesOf(built, new Set(names)), said }
}

/** Stands for no reason to remove an output. */
const TRUE = ''

function differenceOf(before: Manifest, now: Origin, untouched: readonly string[]): string | undefined {
  if (before.input !== now.input) return 'the story has changed since'
  if (before.generator !== now.generator) return `made by ${before.generator}`
  const all = [...Object.keys(before.settings), ...Object.keys(now.settings)].filter((name) => !untouched.includes(name))
  return all.every((name) => before.settings[name] === now.settings[name]) ? undefined : 'made with other flags'
}

function isWhole({ manifest, files }: Built, name: string, hasPackage: Present['hasPackage']): boolean {
  const own = manifest.outputs.filter(({ madeBy }) => madeBy.includes(name))
  return own.every(({ path, packages = [] }) => files.has(path) && packages.every(hasPackage))
}

function filesOf({ manifest, files }: Built, names: ReadonlySet<string>): OutputFile[] {
  return manifest.outputs.flatMap(({ path, madeBy, packages }) => {
    const kept = madeBy.filter((name) => names.has(name))
    const contents = files.get(path)
    return kept.length > 0 && contents ? [{ path, contents, madeBy: kept, ...(packages && { packages }) }] : []
  })
}
