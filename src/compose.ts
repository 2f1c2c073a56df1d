import { loadDeck } from './load.ts'
import { renderSlides } from './mdx/render.ts'
import { InputError } from './problem.ts'
import type { Report } from './report.ts'
import { compileTrack } from './stage.ts'
import type { Story } from './story.ts'

/** The stage of the deck and of its PDF, in px. */
const WIDE = { id: 'wide', width: 1280, height: 720 }

/** Loads and renders a deck; nothing is written. Throws InputError with every problem of slides, data and charts. */
export async function composeStory(folder: string, report: Report): Promise<Story> {
  const loaded = await report.step('read deck', () => loadDeck(folder))
  const { slides, problems } = await report.step('render slides', () => renderSlides(loaded))
  const stage = await report.step('compile stage', () => compileTrack(loaded.deck, slides, WIDE))
  const all = [...problems, ...stage.problems]
  if (all.length > 0) throw new InputError(all)
  return { deck: loaded.deck, slides, inputHash: loaded.inputHash, wide: stage.track }
}
