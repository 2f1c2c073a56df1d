import type { BuildEffects } from '../build/build-deck.ts'
import { diagnosticsOf, makeOutputs } from '../build/make-outputs.ts'
import type { Options } from '../build/options.ts'
import { baseFaces } from '../fonts/choose-fonts.ts'
import { withStandIns } from '../fonts/stand-ins.ts'
import { composeStory } from '../load/compose-story.ts'
import { findDeck } from '../load/find-deck.ts'
import { storyChecks, wantedOutputs } from '../outputs/index.ts'
import { lostLinks } from '../outputs/links.ts'
import type { Story } from '../story/story.ts'
import { type Diagnostic, InputError } from '../util/diagnostic.ts'
import { silent } from '../util/report.ts'
import { createLook } from './measure.ts'
import type { Audited, Material } from './views/material.ts'
import { auditHandout, auditNotes, auditPictures } from './views/page-views.ts'
import { auditReading } from './views/read-view.ts'
import { auditSlides } from './views/slides-view.ts'

/** What is looked at, by the name of the output that it is looked at for. */
const VIEWS: Readonly<Record<string, (material: Material) => Promise<Audited>>> = {
  slides: auditSlides,
  read: auditReading,
  handout: auditHandout,
  notes: auditNotes,
  share: auditPictures,
}

/** Composes the story of a folder and checks it. Throws as `checkStory` does. */
export async function check(options: Options, effects: BuildEffects): Promise<void> {
  await checkStory(await composeStory(findDeck(options.folder), effects.report, storyChecks), options, effects)
}

/**
 * Makes the outputs in memory, which runs all their checks, and measures every slide, reading step and page in a browser for text
 * that overflows, overlaps, is covered, too faint or too small. Writes nothing. Throws InputError with all diagnostics, and NoBrowserError when all else
 * is well and only the browser was missing.
 */
export async function checkStory(story: Story, options: Options, effects: BuildEffects): Promise<void> {
  const { report, root, printer, stopped } = effects
  // What is left out of a build unless it is asked for is checked, too.
  const also = options.only ? options.also : [...options.also, 'notes']
  const wanted = wantedOutputs({ ...options, also }).map(({ name }) => name)
  // Pictures have no check of their own that photographing them would run.
  const only = wanted.filter((name) => name !== 'share')
  const { files, diagnostics, noBrowser } = await makeOutputs(story, { ...options, only, also: [] }, effects)
  if (!options.only && diagnostics.length === 0) diagnostics.push(...lostLinks(story.slides, files, 'share'))
  stopped.throwIfAborted()
  if (noBrowser) throw diagnostics.length > 0 ? new InputError(diagnostics) : noBrowser
  const material = { story, files, root, paper: options.paper, look: await createLook(root, printer) }
  const { done, failures } = await report.step('measure', () => auditAll(wanted, material))
  diagnostics.push(...failures)
  // What was measured says more of a mistake than what is then missing in a PDF.
  diagnostics.unshift(...done.flatMap((each) => each.diagnostics))
  if (diagnostics.length === 0)
    diagnostics.push(...(await report.step('measure stand-ins', () => auditStandIns(wanted, material, effects))))
  if (diagnostics.length > 0) throw new InputError(story.locate(diagnostics))
  stopped.throwIfAborted()
  const counted = done.map((each) => each.counted)
  report.line(
    counted.length > 0
      ? `Measured ${counted.join(', ')}: no text overflows, overlaps, is covered, too faint or too small.`
      : 'Nothing to measure.',
  )
}

/** What the views of some outputs found, and mistakes of the author's that kept them from looking. */
async function auditAll(wanted: readonly string[], material: Material): Promise<{ done: Audited[]; failures: Diagnostic[] }> {
  const views = wanted.flatMap((name) => VIEWS[name] ?? [])
  const audited = await Promise.allSettled(views.map((view) => view(material)))
  const failed = audited.flatMap((each) => (each.status === 'rejected' ? [material.story.explain(each.reason)] : []))
  return {
    done: audited.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])),
    failures: diagnosticsOf(await Promise.all(failed)),
  }
}

/** What readers may see in other fonts: those of their machine, while ours are on their way. */
const ON_SCREENS = ['slides', 'read']

/** The same on screens, with the faces that readers have until ours are there. */
async function auditStandIns(wanted: readonly string[], material: Material, effects: BuildEffects): Promise<Diagnostic[]> {
  const seen = wanted.filter((name) => ON_SCREENS.includes(name))
  const story = { ...material.story, fonts: withStandIns(material.story.fonts, baseFaces()) }
  const options = { only: seen.filter((name) => name === 'read'), also: [], paper: material.paper }
  const { files } = await makeOutputs(story, options, { ...effects, report: silent })
  const { done, failures } = await auditAll(seen, { ...material, story, files })
  const found = done.flatMap(({ diagnostics }) => diagnostics)
  return [...failures, ...found.map((diagnostic) => ({ ...diagnostic, message: `${diagnostic.message} (${STANDING_IN})` }))]
}

const STANDING_IN = 'seen in Arial and Times, which stand in while the fonts are on their way'
