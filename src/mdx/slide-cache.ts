import { hash } from 'node:crypto'
import { join, relative } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { OnLoadResult } from 'esbuild'
import { type Cache, createCache } from '../util/cache.ts'
import { hashFiles, listFiles } from '../util/files.ts'
import { isPackaged, MACHINE } from '../util/machine.ts'
import type { SlideSource } from './source.ts'

/** A compiled MDX file, and what was noted about it. */
export interface CachedSlide {
  code: string
  source: SlideSource
}

/** Slides as earlier builds have compiled them. */
export interface SlideCache {
  /** `file` is relative to the deck's folder. */
  find(file: string, text: string): Promise<CachedSlide | undefined>
  /** Keeps a file that compiled without a word; one with a mistake is compiled again, and told again. */
  keep(source: SlideSource, result: OnLoadResult): Promise<void>
}

/**
 * Opens what is kept. `compiler` stands for all that decides, beside name and text, over what a file is compiled to; nothing is
 * kept where that is not known.
 */
export function createSlideCache(kept: Cache = createCache('slides'), compiler = compilerHash()): SlideCache {
  const keyOf = (file: string, text: string) => hash('sha256', JSON.stringify([compiler, file, text]))
  return {
    async find(file, text) {
      const contents = compiler === undefined ? undefined : await kept.find(keyOf(file, text))
      return contents && (deserialize(contents) as CachedSlide)
    },
    async keep(source, { contents, errors = [], warnings = [] }) {
      if (compiler === undefined || typeof contents !== 'string') return
      if (source.diagnostics.length + errors.length + warnings.length > 0) return
      const slide: CachedSlide = { code: contents, source }
      await kept.keep(keyOf(source.file, source.text), serialize(slide))
    },
  }
}

/** The folders that compile slides, and read their trees. */
const HERE = import.meta.dirname
const COMPILERS = [HERE, join(HERE, '..', 'tree')]

/** What the packages that compile are: the list of what is installed, or in the machine's own package what it asks for. */
const PACKAGES = join(MACHINE, isPackaged ? 'package.json' : 'package-lock.json')

/** Of those folders, those packages, and Node's version; undefined where they cannot be read. */
function compilerHash(): string | undefined {
  try {
    const sources = COMPILERS.flatMap((folder) => listFiles(folder).map((name) => join(folder, name)))
    const files = [...sources.filter((path) => /\.[jt]s$/.test(path)), PACKAGES]
    return (
      process.version +
      hashFiles(
        HERE,
        files.map((path) => relative(HERE, path)),
      )
    )
  } catch {
    return undefined
  }
}
