import { join } from 'node:path'
import { Script } from 'node:vm'
import type { FunctionComponent, VNode } from 'preact'
import type { Deck } from './deck.ts'
import { hashFiles } from './files.ts'
import { type Bundle, createBundler } from './load/bundler.ts'
import { deckGlobals } from './load/deck-globals.ts'
import { evaluationError } from './load/evaluation-error.ts'
import type * as guard from './mdx/guard.ts'
import type { SlideSource } from './mdx/source.ts'

/** The props of a compiled MDX file. */
export interface MdxProps {
  components: Record<string, unknown>
}

/** What a deck's bundle leaves behind when it has been evaluated. */
interface Evaluated {
  deck: Deck
  /** Compiled slides by file, relative to the deck's folder; evaluated at the call. */
  slides: Record<string, () => { default: FunctionComponent<MdxProps> }>
  guard: typeof guard
  h: typeof import('preact')['h']
  renderToString: (node: VNode) => string
}

/** A deck's folder, bundled and evaluated; nothing of it is rendered yet. */
export interface LoadedDeck extends Evaluated {
  sources: ReadonlyMap<string, SlideSource>
  /** SHA-256 over every file that went into the deck, by path and content. */
  inputHash: string
  /**
   * SHA-256 over the files that any slide may depend on. Between two with the same one, only slides whose source is another
   * object differ. Undefined when nothing can be said.
   */
  shared?: string
}

/** Loads one folder, again and again. */
export interface Loader {
  /** Rejects with InputError with every problem of syntax, imports and data. */
  load(): Promise<LoadedDeck>
  /** The files that went into the deck when it was last bundled, relative to its folder. */
  readonly inputs: readonly string[]
  dispose(): Promise<void>
}

/** Makes the loader of a deck's folder: it bundles `slides/deck.ts`, every MDX file and all they import, and evaluates the bundle. */
export function createLoader(folder: string): Loader {
  const bundler = createBundler(folder)
  let last: Bundle | undefined
  return {
    get inputs() {
      return last?.inputs ?? []
    },
    async load() {
      const before = last && hashShared(folder, last)
      const bundle = await bundler.bundle()
      last = bundle
      const shared = hashShared(folder, bundle)
      return {
        ...evaluate(bundle.code, folder),
        sources: bundle.sources,
        inputHash: hashFiles(folder, bundle.inputs),
        // A file saved while it was bundled may have gone in as it was before or after.
        ...(shared !== undefined && shared === before && { shared }),
      }
    },
    dispose: bundler.dispose,
  }
}

/** Loads a deck's folder once. Rejects with InputError with every problem of syntax, imports and data. */
export async function loadDeck(folder: string): Promise<LoadedDeck> {
  const loader = createLoader(folder)
  try {
    return await loader.load()
  } finally {
    await loader.dispose()
  }
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

function evaluate(code: string, folder: string): Evaluated {
  const module: { exports: unknown } = { exports: {} }
  const globals = deckGlobals()
  const names = ['module', 'exports', ...Object.keys(globals)].join(', ')
  const run = new Script(`(function (${names}) {${code}\n})`, { filename: join(folder, 'deck.cjs') })
  try {
    run.runInThisContext()(module, module.exports, ...Object.values(globals))
  } catch (error) {
    throw evaluationError(error, code)
  }
  return module.exports as Evaluated
}
