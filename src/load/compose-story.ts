import { join } from 'node:path'
import type { SlideSource } from '../mdx/source.ts'
import { type FrameName, frames } from '../story/frames.ts'
import type { StageState } from '../story/mark.ts'
import type { Slide, Story, StoryCheck, StoryDeck, Track } from '../story/story.ts'
import { InputError } from '../util/diagnostic.ts'
import type { Report } from '../util/report.ts'
import { createDeckBundler } from './deck-bundler.ts'
import { type DeckThread, type Limits, startDeckThread } from './deck-thread.ts'
import { createReceiver, createSender, type Parcel } from './only-changes.ts'
import { unpackProblems } from './pack-failure.ts'
import type { PlainDeck } from './plain-deck.ts'
import { reviveDeck } from './revive-deck.ts'
import type { Composed, SlideParts } from './thread-messages.ts'

/** Composes the story of one folder, again and again; what has not changed since the last time is taken from there. */
export interface Composer {
  /** Loads and renders the deck; nothing is written. Rejects with InputError with every problem of slides, data and charts. */
  compose(): Promise<Story>
  /** The files that went into the deck when it was last bundled, and its pictures, missing ones too, relative to its folder. */
  readonly inputs: readonly string[]
  /** Ends the thread that the deck runs in: of its stories nothing more can be compiled. */
  dispose(): Promise<void>
}

/** Code of packages only runs while a story is made; what they have as data is drawn. */
const PACKAGED_DATA = /(?:^|\/)node_modules\/.*\.(?:json|csv|svg)$/

/** A deck's thread, and what was sent to and fro so far. */
interface Session {
  thread: DeckThread
  decks: Receiver<PlainDeck>
  parts: Receiver<SlideParts>
  sendSources: ReturnType<typeof createSender<SlideSource>>
  tracks(name: FrameName): (parcel: Parcel<StageState>) => Track
}
type Receiver<T> = ReturnType<typeof createReceiver<T>>

/** Makes the composer of a deck's folder. `checks` are what the outputs ask of a story. */
export function createComposer(
  folder: string,
  report: Report,
  checks: readonly StoryCheck[] = [],
  limits: Partial<Limits> = {},
): Composer {
  const steps = createSteps(report)
  const bundler = createDeckBundler(folder)
  const start = () => openSession(startDeckThread(folder, { step: steps.follow, explain: bundler.explain }, limits))
  let session = start()
  let pictures: readonly string[] = []

  /** Nothing of a deck that spoilt its thread lasts. */
  async function ready(): Promise<Session> {
    if (!session.thread.isOver) return session
    await session.thread.end()
    session = start()
    bundler.forget()
    return session
  }

  async function load({ thread, sendSources }: Session): Promise<void> {
    const { code, sources } = await bundler.load()
    await thread.ask({ kind: 'load', code, sources: sendSources(sources) }).catch((error: unknown) => {
      bundler.forget()
      throw error
    })
  }

  async function compose(): Promise<Story> {
    const current = await ready()
    const { thread, decks, parts, tracks } = current
    try {
      await report.step('read deck', () => load(current))
      const composed = await thread.ask({ kind: 'compose' })
      pictures = composed.pictures
      const [plain] = decks(composed.deck) as [PlainDeck]
      const deck = reviveDeck(plain)
      const slides = reviveSlides(composed, parts(composed.parts), deck)
      const wide = tracks('wide')(composed.wide)
      const asked = await Promise.all(checks.map((check) => check({ deck, slides }, { folder, inputs: bundler.inputs })))
      const all = [...unpackProblems(composed.problems), ...asked.flat()]
      if (all.length > 0) throw await bundler.explain(new InputError(all))
      const { story, inputHash } = composed
      const borrowed = bundler.inputs.filter((path) => PACKAGED_DATA.test(path)).map((path) => join(folder, path))
      return { deck, slides, inputHash, borrowed, wide, ...laterStages(current, story, wide) }
    } finally {
      steps.end()
    }
  }

  return {
    compose,
    get inputs() {
      return [...bundler.inputs, ...pictures]
    },
    dispose: async () => void (await Promise.all([session.thread.end(), bundler.dispose()])),
  }
}

function openSession(thread: DeckThread): Session {
  const tracks = new Map<FrameName, ReturnType<Session['tracks']>>()
  return {
    thread,
    decks: createReceiver(),
    parts: createReceiver(),
    sendSources: createSender(),
    tracks(name) {
      const receive = tracks.get(name) ?? createTrack(name)
      tracks.set(name, receive)
      return receive
    },
  }
}

/** A track with the very same states is the same object. */
function createTrack(name: FrameName): (parcel: Parcel<StageState>) => Track {
  const receive = createReceiver<StageState>()
  let track: Track | undefined
  return (parcel) => {
    const states = receive(parcel)
    if (track?.states !== states) track = { frame: frames[name], states }
    return track
  }
}

function reviveSlides({ facts }: Composed, parts: readonly SlideParts[], { acts, records }: StoryDeck): Slide[] {
  return facts.map(({ act, record, ...fact }, index) => ({
    ...fact,
    act: acts[act] as Slide['act'],
    ...(record !== undefined && { record: records[record] as NonNullable<Slide['record']> }),
    ...(parts[index] as SlideParts),
  }))
}

/** Sizes that only some outputs need are compiled when the first of them asks, while others are being printed. */
function laterStages({ thread, tracks }: Session, story: number, wide: Track): Pick<Story, 'track' | 'figure'> {
  const known = new Map<FrameName, Promise<Track>>([['wide', Promise.resolve(wide)]])
  return {
    track(frame) {
      const track = known.get(frame) ?? thread.ask({ kind: 'track', story, frame }).then(tracks(frame))
      known.set(frame, track)
      return track
    },
    figure: (stage, frame) => thread.ask({ kind: 'figure', story, stage, frame }),
  }
}

/** Reports the steps that another thread takes. */
function createSteps(report: Report): { follow(name: string, isDone: boolean): void; end(): void } {
  const open = new Map<string, () => void>()
  return {
    follow(name, isDone) {
      if (isDone) open.get(name)?.()
      else void report.step(name, () => new Promise<void>((resolve) => open.set(name, resolve)))
    },
    /** Those of a thread that has ended are not done by themselves. */
    end() {
      for (const resolve of open.values()) resolve()
      open.clear()
    },
  }
}
