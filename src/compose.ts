import { setImmediate } from 'node:timers/promises'
import type { Deck } from './deck.ts'
import { type FrameName, frames } from './frames.ts'
import { loadDeck } from './load.ts'
import { renderSlides } from './mdx/render.ts'
import { InputError } from './problem.ts'
import type { Report } from './report.ts'
import { compileTrack } from './stage.ts'
import type { Slide, Story, Track } from './story.ts'

/** Loads and renders a deck; nothing is written. Throws InputError with every problem of slides, data and charts. */
export async function composeStory(folder: string, report: Report): Promise<Story> {
  const loaded = await report.step('read deck', () => loadDeck(folder))
  const { slides, problems } = await report.step('render slides', () => renderSlides(loaded))
  const stage = await report.step('compile stage', () => compileTrack(loaded.deck, slides, frames.wide))
  const all = [...problems, ...stage.problems]
  if (all.length > 0) throw new InputError(all)
  const track = createTracks(loaded.deck, slides, stage.track)
  return { deck: loaded.deck, slides, inputHash: loaded.inputHash, wide: stage.track, track }
}

/** Sizes that only some outputs need are compiled when the first of them asks, while others are being printed. */
function createTracks(deck: Deck, slides: readonly Slide[], wide: Track): Story['track'] {
  const tracks = new Map<FrameName, Promise<Track>>([['wide', Promise.resolve(wide)]])
  return (name) => {
    const known = tracks.get(name) ?? compile(deck, slides, name)
    tracks.set(name, known)
    return known
  }
}

async function compile(deck: Deck, slides: readonly Slide[], name: FrameName): Promise<Track> {
  // What is already under way, such as a page on its way to the browser, goes first.
  await setImmediate()
  const { track, problems } = compileTrack(deck, slides, frames[name])
  if (problems.length > 0) throw new InputError(problems)
  return track
}
