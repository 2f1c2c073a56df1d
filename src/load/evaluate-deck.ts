import { join } from 'node:path'
import { Script } from 'node:vm'
import type { Evaluated, LoadedDeck } from '../mdx/loaded-deck.ts'
import type { SlideSource } from '../mdx/source.ts'
import { InputError } from '../util/diagnostic.ts'
import { progress } from '../util/progress.ts'
import { announceModules } from './announce-modules.ts'
import type { DeckCode, SlideCode } from './deck-bundler.ts'
import { deckGlobals } from './deck-globals.ts'
import { speak, timesAsked } from './deck-language.ts'
import { deepestModule } from './nesting.ts'

interface EvaluatedBundle extends Evaluated {
  /** Modules that slides import, by file. */
  modules: Readonly<Record<string, () => unknown>>
}

interface Evaluation {
  evaluated: EvaluatedBundle
  globals: Readonly<Record<string, unknown>>
}

/** Evaluates what a folder was bundled to, again and again. Throws what the deck's modules throw. */
export function createEvaluator(folder: string): (code: DeckCode, sources: readonly SlideSource[]) => LoadedDeck {
  let last: Evaluation | undefined
  return (code, sources) => {
    if ('whole' in code) {
      last = undefined
      last = evaluate(code.whole, folder)
    } else if (last) last = patch(last, code.slides, folder)
    if (!last) throw new Error('slides were given without a deck')
    const { inputHash, shared } = code
    const byFile = new Map(sources.map((source) => [source.file, source]))
    return { ...last.evaluated, sources: byFile, inputHash, ...(shared !== undefined && { shared }) }
  }
}

/** In the language of the deck, which is known when it has been evaluated: once more where that made a difference. */
function evaluate(code: string, folder: string): Evaluation {
  speak()
  const before = timesAsked()
  const first = evaluateOnce(code, folder)
  const isAsked = timesAsked() > before
  const isOther = speak(first.evaluated.deck?.lang)
  return isAsked && isOther ? evaluateOnce(code, folder) : first
}

/** Throws InputError for code that goes too deep for V8's own stack, which happens to data and to lists within lists. */
function readScript(code: string, filename: string): Script {
  try {
    return new Script(code, { filename })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const message = 'found parts within parts too deep to be read, expected a few levels'
    const file = deepestModule(code)
    throw new InputError([{ ...(file !== undefined && { place: { file } }), message }])
  }
}

const ANNOUNCE = '__countdownBegins'

function evaluateOnce(code: string, folder: string): Evaluation {
  const globals = deckGlobals()
  const announced = { [ANNOUNCE]: (file: string) => progress.at({ file }), ...globals }
  return { evaluated: run(announceModules(code, ANNOUNCE), join(folder, 'deck.cjs'), announced) as EvaluatedBundle, globals }
}

/** What a module exports. */
function run(code: string, filename: string, globals: Readonly<Record<string, unknown>>): unknown {
  const module: { exports: unknown } = { exports: {} }
  const names = ['module', 'exports', ...Object.keys(globals)].join(', ')
  const script = readScript(`(function (${names}) {${code}\n})`, filename)
  script.runInThisContext()(module, module.exports, ...Object.values(globals))
  return module.exports
}

/** Puts slides among those of a deck that is evaluated already, whose modules they share. */
function patch({ evaluated, globals }: Evaluation, changed: ReadonlyMap<string, SlideCode>, folder: string): Evaluation {
  const slides = { ...evaluated.slides }
  for (const [file, { code, imports }] of changed) {
    const require = (name: string) => evaluated.modules[imports.get(name) ?? '']?.()
    slides[file] = once(() => run(code, join(folder, file), { ...globals, require }) as ReturnType<LoadedDeck['slides'][string]>)
  }
  return { evaluated: { ...evaluated, slides }, globals }
}

/** As in the bundle, a slide is evaluated when it is first asked for. */
function once<T>(evaluate: () => T): () => T {
  let evaluated: { value: T } | undefined
  return () => {
    evaluated ??= { value: evaluate() }
    return evaluated.value
  }
}
