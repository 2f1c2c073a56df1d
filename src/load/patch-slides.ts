import { join } from 'node:path'
import * as esbuild from 'esbuild'
import type { LoadedDeck } from '../mdx/loaded-deck.ts'
import type { CompiledSlide } from './bundler.ts'
import { NO_EVAL, runModule } from './deck-globals.ts'

/** A deck that was bundled and evaluated whole, and what its slides are made from. */
export interface Evaluation {
  deck: LoadedDeck
  /** Modules that slides import, by file, as the bundle evaluates them. */
  modules: Readonly<Record<string, () => unknown>>
  /** What a slide's imports mean, by slide and by name. */
  imports: ReadonlyMap<string, ReadonlyMap<string, string>>
  globals: Readonly<Record<string, unknown>>
}

/**
 * Puts slides that were compiled anew among those of a deck that is evaluated already, whose modules they share; bundling it
 * whole takes ten times as long. Undefined when a slide needs a module that the others did not, or has mistakes.
 */
export async function patchSlides(
  { deck, modules, imports, globals }: Evaluation,
  changed: ReadonlyMap<string, CompiledSlide>,
  folder: string,
): Promise<LoadedDeck['slides'] | undefined> {
  const slides = { ...deck.slides }
  for (const [file, result] of changed) {
    if (typeof result?.contents !== 'string' || result.errors?.length || result.warnings?.length) return undefined
    const { code } = await esbuild.transform(result.contents, {
      loader: 'js',
      format: 'cjs',
      target: 'node24',
      define: { eval: NO_EVAL },
    })
    const meanings = imports.get(file) ?? new Map<string, string>()
    const moduleOf = (name: string) => modules[meanings.get(name) ?? '']
    if ([...code.matchAll(/\brequire\("([^"]+)"\)/g)].some(([, name = '']) => !moduleOf(name))) return undefined
    slides[file] = evaluateOnce(code, join(folder, file), { ...globals, require: (name: string) => moduleOf(name)?.() })
  }
  return slides
}

type Slide = LoadedDeck['slides'][string]

/** As in the bundle, a slide is evaluated when it is first asked for. */
function evaluateOnce(code: string, filename: string, globals: Readonly<Record<string, unknown>>): Slide {
  let evaluated: ReturnType<Slide> | undefined
  return () => {
    evaluated ??= runModule(code, filename, globals) as ReturnType<Slide>
    return evaluated
  }
}
