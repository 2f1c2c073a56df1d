import type { BuildEffects } from '../build/build-deck.ts'
import { makeOutputs, problemsOf, wantedOutputs } from '../build/make-outputs.ts'
import type { Options } from '../build/options.ts'
import { createComposer } from '../load/compose-story.ts'
import { findDeck } from '../load/find-deck.ts'
import { storyChecks } from '../outputs/index.ts'
import type { Story } from '../story/story.ts'
import { InputError } from '../util/diagnostic.ts'
import { createLook } from './measure.ts'
import { judgeHandout } from './views/handout-view.ts'
import type { Judged, Material } from './views/material.ts'
import { judgeNotes } from './views/notes-view.ts'
import { judgeReading } from './views/read-view.ts'
import { judgePictures } from './views/share-view.ts'
import { judgeSlides } from './views/slides-view.ts'

/** What is looked at, by the name of the output that it is looked at for. */
const VIEWS: Readonly<Record<string, (material: Material) => Promise<Judged>>> = {
  slides: judgeSlides,
  read: judgeReading,
  handout: judgeHandout,
  notes: judgeNotes,
  share: judgePictures,
}

/**
 * Makes the outputs in memory, which runs all their checks, and measures every slide, reading step and page in a browser for text
 * that overflows, overlaps, is covered, too faint or too small. Writes nothing. Throws InputError with all problems, and NoBrowserError when all else
 * is well and only the browser was missing.
 */
export async function check(options: Options, effects: BuildEffects): Promise<void> {
  const composer = createComposer(findDeck(options.folder), effects.report, storyChecks)
  effects.stopped.addEventListener('abort', composer.dispose, { once: true })
  try {
    await checkStory(await composer.compose(), options, effects)
  } finally {
    await composer.dispose()
  }
}

async function checkStory(story: Story, options: Options, effects: BuildEffects): Promise<void> {
  const { report, root, printer, stopped } = effects
  // What is left out of a build unless it is asked for is checked, too.
  const wanted = wantedOutputs({ ...options, also: [...options.also, 'notes'] }).map(({ name }) => name)
  // Pictures have no check of their own that photographing them would run.
  const only = wanted.filter((name) => name !== 'share')
  const { files, problems, noBrowser } = await makeOutputs(story, { ...options, only }, effects)
  stopped.throwIfAborted()
  if (noBrowser) throw problems.length > 0 ? new InputError(problems) : noBrowser
  const material = { story, files, root, paper: options.paper, look: await createLook(root, printer) }
  const views = wanted.flatMap((name) => VIEWS[name] ?? [])
  const judged = await report.step('measure', () => Promise.allSettled(views.map((view) => view(material))))
  const failed = judged.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  problems.push(...problemsOf(failed))
  const done = judged.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  // What was measured says more of a mistake than what is then missing in a PDF.
  problems.unshift(...done.flatMap((each) => each.problems))
  if (problems.length > 0) throw new InputError(problems)
  const counted = done.map((each) => each.counted)
  report.line(
    counted.length > 0
      ? `Measured ${counted.join(', ')}: no text overflows, overlaps, is covered, too faint or too small.`
      : 'Nothing to measure.',
  )
}
