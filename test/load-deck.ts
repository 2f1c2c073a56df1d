import { createDeckBundler } from '../src/load/deck-bundler.ts'
import { createEvaluator } from '../src/load/evaluate-deck.ts'
import type { LoadedDeck } from '../src/mdx/loaded-deck.ts'

/** Loads a deck's folder once, in this very thread. */
export async function loadDeck(folder: string): Promise<LoadedDeck> {
  const bundler = createDeckBundler(folder)
  try {
    const { code, sources } = await bundler.load()
    return createEvaluator(folder)(code, sources)
  } finally {
    await bundler.dispose()
  }
}
