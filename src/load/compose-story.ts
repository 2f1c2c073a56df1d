import { join, relative } from 'node:path'
import { findDeckFonts } from '../fonts/deck-fonts.ts'
import { createFontLibrary, type FontLibrary } from '../fonts/library.ts'
import { locateDiagnostics } from '../mdx/locate-diagnostics.ts'
import { renderSlides, type SlideMemory } from '../mdx/render.ts'
import { groundRules } from '../mdx/slide-look.ts'
import type { compileScene } from '../motion/compile.ts'
import { compileTrack } from '../motion/compile-track.ts'
import { measureWith } from '../motion/measure-text.ts'
import { createStageMemory } from '../motion/stage-cache.ts'
import { localizeCharts } from '../motion/vega-locale.ts'
import { fitPictures } from '../pictures/fit-pictures.ts'
import { hashWith, placePictures } from '../pictures/place-pictures.ts'
import { chartColoursIn } from '../story/chart-colours.ts'
import { chartScenes } from '../story/chart-scenes.ts'
import { checkDeck } from '../story/check-deck.ts'
import { type FrameName, frames } from '../story/frames.ts'
import { withStates } from '../story/steps.ts'
import type { Story, StoryCheck } from '../story/story.ts'
import { themeOf } from '../story/themes.ts'
import { InputError } from '../util/diagnostic.ts'
import { remember } from '../util/remember.ts'
import type { Report } from '../util/report.ts'
import { changedBuiltins, forgetBuiltins } from './builtins.ts'
import { readDeckStyle, readThemeStyle, STYLE_FILE } from './deck-style.ts'
import { createFolderFiles } from './folder-files.ts'
import { drawInlineCharts } from './inline-charts.ts'
import { limitDeck } from './limit-deck.ts'
import { createLoader } from './load-deck.ts'
import { fontDigest, storyFonts, surroundings } from './story-fonts.ts'
import { strayRejections } from './stray-rejections.ts'

/** Composes the story of one folder, again and again; what has not changed since the last time is taken from there. */
export interface Composer {
  /** Loads and renders the deck; nothing is written. Rejects with InputError with every diagnostic of slides, data and charts. */
  compose(): Promise<Story>
  /** The files that went into the deck when it was last bundled, its pictures and its fonts, missing ones too, relative to its folder. */
  readonly inputs: readonly string[]
  dispose(): Promise<void>
}

/** Code of packages only runs while a story is made; what they have as data is drawn. */
const PACKAGED_DATA = /(?:^|\/)node_modules\/.*\.(?:json|csv|svg)$/

/** Makes the composer of a deck's folder. `checks` are what the outputs ask of a story. */
export function createComposer(folder: string, report: Report, checks: readonly StoryCheck[] = []): Composer {
  const loader = createLoader(folder)
  const slideMemory: SlideMemory = { slides: new Map() }
  let stageMemory = createStageMemory()
  let assets: readonly string[] = []
  let styled: readonly string[] = [STYLE_FILE]
  // Beside the slides, in the deck's folder and in its `data`.
  const files = createFolderFiles([folder, join(folder, 'data')], 'the deck')
  async function compose(): Promise<Story> {
    const loaded = await report.step('read deck', () => loader.load())
    const style = await readDeckStyle(folder)
    styled = style.files
    const wrong = checkDeck(loaded.deck)
    if (wrong.length > 0) throw new InputError(wrong)
    const rendered = await report.step('render slides', () => renderSlides(loaded, slideMemory))
    const limited = limitDeck(loaded.deck)
    const deck = localizeCharts({ ...limited, scenes: { ...limited.scenes, ...chartScenes(rendered.slides) } })
    const theme = themeOf(deck.theme)
    const themed = await readThemeStyle(folder, theme?.css)
    const own = findDeckFonts(folder, [...(theme?.fonts ?? []), ...(deck.fonts ?? [])])
    const library = createFontLibrary({ folder, fonts: own.fonts, around: surroundings(deck, rendered.slides) })
    measureWith(library)
    const inline = rendered.slides.map((slide) => drawInlineCharts(slide, files))
    const {
      slides: placed,
      files: shown,
      diagnostics,
    } = placePictures(
      folder,
      inline.map(({ slide }) => slide),
      loaded.sources,
    )
    const slides = withStates(await fitPictures(placed))
    assets = [...shown, ...own.files]
    const shared = loaded.shared && `${deck.lang} ${loaded.shared}`
    const scenes = measuring(library, stageMemory.compile(shared))
    const compileFor = (name: FrameName) => compileTrack(deck, slides, frames[name], scenes, files)
    const tell = (notes: readonly string[]) => {
      for (const note of notes) report.line(`  note: ${note}`)
    }
    const wide = await report.step('compile stage', () => compileFor('wide'))
    const asked = await Promise.all(checks.map((check) => check({ deck, slides }, { folder, inputs: loader.inputs })))
    const written = [themed.css ?? '', style.css ?? ''].join('')
    const rules = written + groundRules(slides)
    const told = { library, fonts: own.fonts, sources: loaded.sources, rules: written }
    const fonts = storyFonts(deck, slides, wide.track, told)
    // What was measured without a font is not what is drawn with it.
    if (fonts.diagnostics.length > 0) stageMemory = createStageMemory()
    const all = [
      ...changedBuiltins(),
      ...rendered.diagnostics,
      ...diagnostics,
      ...inline.flatMap((each) => each.diagnostics),
      ...wide.diagnostics,
      ...asked.flat(),
      ...own.diagnostics,
      ...fonts.diagnostics,
      ...themed.diagnostics,
      ...style.diagnostics,
    ]
    if (all.length > 0) throw new InputError(all)
    const { recall } = stageMemory
    const track = recall(wide.track)
    stageMemory.keep(Object.keys(deck.scenes))
    tell([...inline.flatMap((each) => each.notes), ...wide.notes])
    // Sizes that only some outputs need are compiled when the first of them asks, while others are being printed.
    const tracks = new Map([['wide', Promise.resolve(track)]])
    const compileLater = async (name: FrameName) => {
      const later = await compileFor(name)
      if (later.diagnostics.length > 0) throw new InputError(later.diagnostics)
      tell(later.notes)
      return recall(later.track)
    }
    const inputHash = hashWith(loaded.inputHash, slides, files.digest() + fontDigest(fonts.faces) + (style.css ?? ''))
    const borrowed = loader.inputs.filter((path) => PACKAGED_DATA.test(path)).map((path) => join(folder, path))
    const palette = { ...chartColoursIn(track.states, slides), ...theme?.palette, ...deck.palette }
    return {
      deck: { ...deck, palette },
      slides,
      fonts: fonts.faces,
      ...(rules !== '' && { rules }),
      inputHash,
      borrowed,
      wide: track,
      files,
      track: (name) => remember(tracks, name, () => compileLater(name)),
      locate: (told) => locateDiagnostics(told, loaded.sources),
      explain: loader.explain,
    }
  }

  return {
    get inputs() {
      return [...loader.inputs, ...styled, ...assets, ...[...files.asked].map((path) => relative(folder, path))]
    },
    async compose() {
      // A deck that cannot be bundled has changed nothing since another one was loaded.
      forgetBuiltins()
      const stray = strayRejections(loader.explain)
      const composed = compose().catch(async (error: unknown) => {
        const changed = changedBuiltins()
        if (changed.length > 0) throw new InputError(changed)
        throw await loader.explain(error)
      })
      await composed.catch(() => {})
      const diagnostics = await stray.settle()
      if (diagnostics.length > 0) throw new InputError(diagnostics)
      return composed
    },
    dispose: loader.dispose,
  }
}

/** Loads and renders a deck once. Rejects with InputError with every diagnostic of slides, data and charts. */
export async function composeStory(folder: string, report: Report, checks: readonly StoryCheck[] = []): Promise<Story> {
  const composer = createComposer(folder, report, checks)
  try {
    return await composer.compose()
  } finally {
    await composer.dispose()
  }
}

/** The same, with every text measured in the faces that it will be drawn in. */
function measuring(library: FontLibrary, compile: typeof compileScene): typeof compileScene {
  return (...scene) => {
    measureWith(library)
    return compile(...scene)
  }
}
