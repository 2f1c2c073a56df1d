import { join } from 'node:path'
import type { Evaluated, LoadedDeck } from '../mdx/loaded-deck.ts'
import { InputError } from '../util/diagnostic.ts'
import { hashFiles, readDeckFolder } from '../util/files.ts'
import { RunawayCode, withTimeout } from '../util/with-timeout.ts'
import { changedBuiltins, rememberBuiltins } from './builtins.ts'
import { type Bundle, type Bundler, type CompiledSlide, createBundler } from './bundler.ts'
import { explained, isOfBundle } from './deck-errors.ts'
import { deckGlobals, runModule } from './deck-globals.ts'
import { setLanguage, timesAsked } from './deck-language.ts'
import { noteLoop } from './endless-loop.ts'
import { type Evaluation, patchSlides } from './patch-slides.ts'

interface EvaluatedBundle extends Evaluated {
  /** Modules that slides import, by file. */
  modules: Readonly<Record<string, () => unknown>>
}

/** Loads one folder, again and again. */
export interface Loader {
  /** Rejects with InputError with every diagnostic of syntax, imports and data. */
  load(): Promise<LoadedDeck>
  /** What the deck's own code threw, or caused, as an InputError that says where; anything else as it is. */
  explain(error: unknown): Promise<unknown>
  /** The files that went into the deck when it was last bundled, relative to its folder. */
  readonly inputs: readonly string[]
  dispose(): Promise<void>
}

/** What was loaded last. */
interface Last {
  bundle: Bundle
  evaluation: Evaluation
  /** What each slide that nothing imports has been compiled to. */
  compiled: Map<string, CompiledSlide>
}

/** Makes the loader of a deck's folder: it bundles `slides/deck.ts`, every MDX file and all they import, and evaluates the bundle. */
export function createLoader(folder: string): Loader {
  const bundler = createBundler(folder)
  let bundled: Bundle | undefined
  /** Undefined while the newest bundle cannot be evaluated. */
  let last: Last | undefined

  async function loadWhole(): Promise<LoadedDeck> {
    const before = bundled && hashShared(folder, bundled)
    last = undefined
    const bundle = await bundler.bundle()
    bundled = bundle
    const shared = hashShared(folder, bundle)
    const { evaluated, globals } = await attempt(bundle.code)
    const deck: LoadedDeck = {
      ...evaluated,
      sources: bundle.sources,
      inputHash: hashFiles(folder, bundle.inputs),
      // A file saved while it was bundled may have gone in as it was before or after.
      ...(shared !== undefined && shared === before && { shared }),
    }
    const { imports, compiled } = bundle
    last = { bundle, evaluation: { deck, imports, globals, modules: evaluated.modules }, compiled: new Map(compiled) }
    return deck
  }

  async function attempt(code: string): Promise<EvaluatedCode> {
    let result: EvaluatedCode | { error: unknown }
    try {
      result = evaluate(code, folder)
    } catch (error) {
      result = { error }
    }
    // Now, since the machine goes on with what the deck may have changed.
    const changed = changedBuiltins(code)
    rememberBuiltins()
    if (changed.length > 0) throw await explain(new InputError(changed))
    if ('evaluated' in result) return result
    const { error } = result
    if (error instanceof RunawayCode) noteLoop(error, () => evaluateOnce(code, folder), code)
    throw await explain(error)
  }

  async function explain(error: unknown): Promise<unknown> {
    if (!bundled) return error
    const causes = error instanceof InputError ? error.diagnostics.map(({ cause }) => cause) : [error]
    const map = causes.some(isOfBundle) ? await bundler.map() : undefined
    return explained(error, { code: bundled.code, map })
  }

  /** Undefined when more than the text of some slides has changed. */
  async function loadSlides({ bundle, evaluation, compiled }: Last): Promise<LoadedDeck | undefined> {
    const { deck } = evaluation
    if (deck.shared === undefined || hashShared(folder, bundle) !== deck.shared) return undefined
    if (String(readDeckFolder(folder)) !== String(Object.keys(deck.slides))) return undefined
    // What cannot be read is told when all is bundled anew.
    const results = await compileAll(bundler, bundle.leaves).catch(() => undefined)
    if (!results) return undefined
    const changed = new Map(results.filter(([file, result]) => compiled.get(file) !== result))
    const slides = await patchSlides(evaluation, changed, folder)
    if (!slides) return undefined
    rememberBuiltins()
    for (const [file, result] of changed) compiled.set(file, result)
    evaluation.deck = { ...deck, slides, sources: bundler.sources(bundle.inputs), inputHash: hashFiles(folder, bundle.inputs) }
    return evaluation.deck
  }

  return {
    get inputs() {
      return bundled?.inputs ?? []
    },
    load: async () => (last && (await loadSlides(last))) ?? loadWhole(),
    explain,
    dispose: bundler.dispose,
  }
}

function compileAll(bundler: Bundler, files: Iterable<string>): Promise<(readonly [file: string, CompiledSlide])[]> {
  return Promise.all([...files].map(async (file) => [file, await bundler.compile(file)] as const))
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

interface EvaluatedCode {
  evaluated: EvaluatedBundle
  globals: Readonly<Record<string, unknown>>
}

/** In the language of the deck, which is known when it has been evaluated: once more where that made a difference. */
function evaluate(code: string, folder: string): EvaluatedCode {
  setLanguage()
  rememberBuiltins()
  const before = timesAsked()
  const first = evaluateOnce(code, folder)
  const isAsked = timesAsked() > before
  const isOther = setLanguage(first.evaluated.deck?.lang)
  return isAsked && isOther ? evaluateOnce(code, folder) : first
}

/** Throws what the modules throw, and RunawayCode. */
function evaluateOnce(code: string, folder: string): EvaluatedCode {
  const globals = deckGlobals()
  const evaluated = withTimeout(() => runModule(code, join(folder, 'deck.cjs'), globals))
  return { evaluated: evaluated as EvaluatedBundle, globals }
}
