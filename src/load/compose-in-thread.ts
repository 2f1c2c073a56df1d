import type { LoadedDeck } from '../mdx/loaded-deck.ts'
import { renderSlides, type SlideMemory } from '../mdx/render.ts'
import type { SlideSource } from '../mdx/source.ts'
import { compileScene } from '../motion/compile.ts'
import { compileTrack } from '../motion/compile-track.ts'
import { createStageMemory } from '../motion/stage-cache.ts'
import { localizeCharts } from '../motion/vega-locale.ts'
import { hashWith, placePictures } from '../pictures/place-pictures.ts'
import { checkDeck } from '../story/check-deck.ts'
import type { Deck, Scene, StageStep } from '../story/deck.ts'
import { type FrameName, frames } from '../story/frames.ts'
import type { Frame, StageState } from '../story/mark.ts'
import type { Slide } from '../story/story.ts'
import { InputError } from '../util/diagnostic.ts'
import type { DeckCode } from './deck-bundler.ts'
import { createEvaluator } from './evaluate-deck.ts'
import { createReceiver, createSender, type Parcel } from './only-changes.ts'
import { packProblems } from './pack-failure.ts'
import { type PlainDeck, plainDeck } from './plain-deck.ts'
import type { Composed, SlideFacts, SlideParts } from './thread-messages.ts'

/** Composes the story of one folder, again and again, where the deck's code runs. All reject with InputError with every problem found. */
export interface DeckComposer {
  /** Evaluates a deck, or some of its slides, and rejects with what they throw. */
  load(code: DeckCode, sources: Parcel<SlideSource>): Promise<void>
  /** Composes the story of what was loaded. */
  compose(): Promise<Composed>
  track(story: number, frame: FrameName): Promise<Parcel<StageState>>
  /** One step of a scene in a frame of its own. */
  figure(story: number, stage: StageStep, frame: Frame): Promise<StageState>
}

/** What the stage of one story is compiled from. */
interface Stage {
  deck: Deck
  slides: readonly Slide[]
  compile: typeof compileScene
}

/** Outputs of so many stories may still be in the making. */
const STORIES_KEPT = 3

/** Makes the composer of a deck's folder. `step` is told how it goes. */
export function createDeckComposer(
  folder: string,
  step: <T>(name: string, work: () => Promise<T> | T) => Promise<T>,
): DeckComposer {
  const evaluate = createEvaluator(folder)
  const receiveSources = createReceiver<SlideSource>()
  const slideMemory: SlideMemory = { slides: new Map() }
  const stageMemory = createStageMemory()
  const plainOf = rememberPlain()
  const partsOf = rememberParts()
  const senders = createSenders()
  const stages = new Map<number, Stage>()
  let last: LoadedDeck | undefined

  async function compose(): Promise<Composed> {
    const loaded = last
    if (!loaded) throw new Error('no deck was loaded')
    const faults = checkDeck(loaded.deck)
    if (faults.length > 0) throw new InputError(faults)
    const deck = localizeCharts(loaded.deck)
    const rendered = await step('render slides', () => renderSlides(loaded, slideMemory))
    const { slides, files, problems } = placePictures(folder, rendered.slides, loaded.sources)
    const shared = loaded.shared && `${deck.lang} ${loaded.shared}`
    const stage: Stage = { deck, slides, compile: stageMemory.compile(shared) }
    const wide = await step('compile stage', () => compileTrack(deck, slides, frames.wide, stage.compile))
    const told = plainOf(loaded, deck, slides)
    return {
      story: keep(stages, stage),
      deck: senders.deck([told.plain]),
      facts: factsOf(deck, slides),
      parts: senders.parts(slides.map(partsOf)),
      wide: senders.states('wide', wide.track.states),
      problems: packProblems([...rendered.problems, ...problems, ...wide.problems, ...told.problems]),
      inputHash: hashWith(loaded.inputHash, slides),
      pictures: files,
    }
  }

  return {
    async load(code, sources) {
      last = undefined
      last = evaluate(code, receiveSources(sources))
    },
    compose,
    async track(story, name) {
      const { deck, slides, compile } = stageOf(stages, story)
      const { track, problems } = await compileTrack(deck, slides, frames[name], compile)
      if (problems.length > 0) throw new InputError(problems)
      return senders.states(name, track.states)
    },
    async figure(story, stage, frame) {
      const { deck } = stageOf(stages, story)
      const scene = deck.scenes[stage.scene] as Scene
      const steps = scene.steps.filter(({ id }) => id === stage.step)
      const { states, problems } = compileScene(stage.scene, { ...scene, steps }, frame)
      const state = states.get(stage.step)
      if (problems.length > 0 || !state) throw new InputError(problems)
      return state
    },
  }
}

function createSenders() {
  const states = new Map<FrameName, ReturnType<typeof createSender<StageState>>>()
  return {
    deck: createSender<PlainDeck>(),
    parts: createSender<SlideParts>(),
    states(name: FrameName, track: readonly StageState[]): Parcel<StageState> {
      const send = states.get(name) ?? createSender()
      states.set(name, send)
      return send(track)
    },
  }
}

/** Returns the story's number. */
function keep(stages: Map<number, Stage>, stage: Stage): number {
  const story = Math.max(0, ...stages.keys()) + 1
  stages.set(story, stage)
  stages.delete(story - STORIES_KEPT)
  return story
}

function stageOf(stages: ReadonlyMap<number, Stage>, story: number): Stage {
  const stage = stages.get(story)
  if (!stage) throw new Error(`story ${story} has been followed by others`)
  return stage
}

function factsOf({ acts, records }: Deck, slides: readonly Slide[]): SlideFacts[] {
  const positions = new Map(records.map(({ id }, index) => [id, index]))
  return slides.map(({ id, act, index, layout, record, aliases, stage }) => {
    const position = record && positions.get(record.id)
    const named = { ...(aliases && { aliases }), ...(stage && { stage }) }
    return { id, act: acts.indexOf(act), index, layout, ...named, ...(position !== undefined && { record: position }) }
  })
}

/** The same object as long as it has the same parts. */
function rememberParts(): (slide: Slide) => SlideParts {
  const known = new WeakMap<Slide['body'], SlideParts>()
  return ({ id, act, index, layout, record, aliases, stage, ...parts }) => {
    const before = known.get(parts.body)
    const isSame = before && Object.entries(parts).every(([name, part]) => Reflect.get(before, name) === part)
    if (isSame) return before
    known.set(parts.body, parts)
    return parts
  }
}

/** Asks again only when deck or records of slides are others. */
function rememberPlain(): (loaded: LoadedDeck, deck: Deck, slides: readonly Slide[]) => ReturnType<typeof plainDeck> {
  let last: { of: Deck; records: string; told: ReturnType<typeof plainDeck> } | undefined
  return (loaded, deck, slides) => {
    const records = JSON.stringify(slides.map(({ record }) => record?.id))
    if (last?.of !== loaded.deck || last.records !== records) last = { of: loaded.deck, records, told: plainDeck(deck, slides) }
    return last.told
  }
}
