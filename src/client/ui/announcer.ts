import type { Entry } from './entries.ts'

/** Speaks a slide's headline once per step, with the rank where it has one. Returns the function of the slide. */
export function createAnnouncer(region: HTMLElement): (entry: Entry) => void {
  let spoken = -1
  return ({ index, ranked, title }) => {
    if (index === spoken) return
    const first = spoken === -1
    spoken = index
    // The page's own reading starts with the first slide; only changes are news.
    if (!first) region.textContent = ranked === undefined ? title : `${ranked}. ${title}`
  }
}
