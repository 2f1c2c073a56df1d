import * as esbuild from 'esbuild'
import type { LoadedDeck } from '../mdx/loaded-deck.ts'
import type { SlideSource } from '../mdx/source.ts'
import { InputError } from '../util/diagnostic.ts'
import { hashFiles, readDeckFolder } from '../util/files.ts'
import { type Bundle, type CompiledSlide, createBundler } from './bundler.ts'
import { explained, isOfBundle } from './evaluation-error.ts'

/** What a deck's thread is given to evaluate: the whole deck, or slides that take the place of those it has. */
export type DeckCode = Pick<LoadedDeck, 'inputHash' | 'shared'> & ({ whole: string } | { slides: ReadonlyMap<string, SlideCode> })

/** A deck's code, and what was noted about its slides, sorted by file. */
export interface Bundled {
  code: DeckCode
  sources: readonly SlideSource[]
}

/** A slide as a module of its own, and the files that its imports mean. */
export interface SlideCode {
  code: string
  imports: ReadonlyMap<string, string>
}

/** Bundles one folder, again and again, for the thread that evaluates it. Nothing of a deck's own runs here. */
export interface DeckBundler {
  /** Rejects with InputError with every problem of syntax and imports. A slide that has not changed keeps its source. */
  load(): Promise<Bundled>
  /** Whoever evaluates has nothing of what was loaded. */
  forget(): void
  /** What the deck's own code threw, or caused, as an InputError that says where; anything else as it is. */
  explain(error: unknown): Promise<unknown>
  /** The files that went into the deck when it was last bundled, relative to its folder. */
  readonly inputs: readonly string[]
  dispose(): Promise<void>
}

/** What was loaded last. */
interface Last {
  bundle: Bundle
  shared: string | undefined
  /** What each slide that nothing imports has been compiled to. */
  compiled: Map<string, CompiledSlide>
}

/** Bundles `slides/deck.ts`, every MDX file and all they import. */
export function createDeckBundler(folder: string): DeckBundler {
  const bundler = createBundler(folder)
  let bundled: Bundle | undefined
  let last: Last | undefined

  async function loadWhole(): Promise<Bundled> {
    const before = bundled && hashShared(folder, bundled)
    last = undefined
    const bundle = await bundler.bundle()
    bundled = bundle
    const now = hashShared(folder, bundle)
    // A file saved while it was bundled may have gone in as it was before or after.
    const shared = now === before ? now : undefined
    last = { bundle, shared, compiled: new Map(bundle.compiled) }
    return { code: { whole: bundle.code, ...hashes(bundle, shared) }, sources: [...bundle.sources.values()] }
  }

  /** Bundling all takes ten times as long. Undefined when more than the text of some slides has changed, or they have mistakes. */
  async function loadSlides({ bundle, shared, compiled }: Last): Promise<Bundled | undefined> {
    if (shared === undefined || hashShared(folder, bundle) !== shared) return undefined
    if (String(readDeckFolder(folder)) !== String(bundle.slides)) return undefined
    // What cannot be read is told when all is bundled anew.
    const results = await compileAll([...bundle.leaves]).catch(() => undefined)
    const changed = results?.filter(([file, result]) => compiled.get(file) !== result)
    const slides = changed && (await slideCodes(changed, bundle))
    if (!slides) return undefined
    for (const [file, result] of changed) compiled.set(file, result)
    return { code: { slides, ...hashes(bundle, shared) }, sources: [...bundler.sources(bundle.inputs).values()] }
  }

  function compileAll(files: readonly string[]): Promise<(readonly [file: string, CompiledSlide])[]> {
    return Promise.all(files.map(async (file) => [file, await bundler.compile(file)] as const))
  }

  const hashes = ({ inputs }: Bundle, shared: string | undefined) => ({
    inputHash: hashFiles(folder, inputs),
    ...(shared !== undefined && { shared }),
  })

  return {
    load: async () => (last && (await loadSlides(last))) ?? loadWhole(),
    forget() {
      last = undefined
    },
    async explain(error) {
      if (!bundled) return error
      const causes = error instanceof InputError ? error.problems.map(({ cause }) => cause) : [error]
      const map = causes.some(isOfBundle) ? await bundler.map() : undefined
      return explained(error, { code: bundled.code, map })
    },
    get inputs() {
      return bundled?.inputs ?? []
    },
    dispose: bundler.dispose,
  }
}

/** Undefined when a slide needs a module that the others did not, or has mistakes. */
async function slideCodes(
  changed: readonly (readonly [file: string, CompiledSlide])[],
  { imports, modules }: Bundle,
): Promise<ReadonlyMap<string, SlideCode> | undefined> {
  const codes = new Map<string, SlideCode>()
  for (const [file, result] of changed) {
    if (typeof result?.contents !== 'string' || result.errors?.length || result.warnings?.length) return undefined
    const { code } = await esbuild.transform(result.contents, { loader: 'js', format: 'cjs', target: 'node24' })
    const meanings = imports.get(file) ?? new Map<string, string>()
    const required = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) => meanings.get(name) ?? '')
    if (required.some((module) => !modules.has(module))) return undefined
    codes.set(file, { code, imports: meanings })
  }
  return codes
}

/** Undefined when one of the files has gone meanwhile. */
function hashShared(folder: string, { inputs, leaves }: Bundle): string | undefined {
  try {
    return hashFiles(
      folder,
      inputs.filter((path) => !leaves.has(path)),
    )
  } catch {
    return undefined
  }
}
