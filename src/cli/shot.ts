import { join, resolve } from 'node:path'
import type { Printer } from '../browser/printer.ts'
import { composeStory } from '../load/compose-story.ts'
import { findDeck } from '../load/find-deck.ts'
import { storyStyle } from '../outputs/assets.ts'
import { printStyle } from '../outputs/extra-styles.ts'
import { renderPrintPage } from '../outputs/slides/slides-output.ts'
import { viewsOf } from '../story/steps.ts'
import { UsageError } from '../util/diagnostic.ts'
import { writeInto } from '../util/files.ts'
import { suggest } from '../util/nearest.ts'
import type { Report } from '../util/report.ts'

/** What is photographed: the slide of an id in the deck of a folder. The picture goes into `out`, under the id. */
export interface ShotOptions {
  slide: string
  folder: string
  out: string
}

const WINDOW = { width: 1280, height: 720 }

/** Photographs one slide as slides.pdf has it, 1280 × 720. Throws UsageError for an unknown id, InputError for a deck with mistakes. */
export async function shot(
  { slide: id, folder, out }: ShotOptions,
  { root, printer, report }: { root: string; printer: Printer; report: Report },
): Promise<void> {
  const story = await composeStory(findDeck(folder), report)
  const slide = story.slides.find((candidate) => candidate.id === id)
  const ids = story.slides.map((candidate) => candidate.id)
  if (!slide) throw new UsageError(`shot: unknown slide \`${id}\`; ${suggest(id, ids)}`)
  const style = await printStyle(root, 'src/outputs/slides/slides.css', story.slides, storyStyle(story))
  const [png] = await printer.photograph(renderPrintPage(story, style, viewsOf([slide])), WINDOW)
  writeInto(resolve(out), `${id}.png`, png ?? '')
  report.line(`Written to ${join(resolve(out), `${id}.png`)}`)
}
