import type { FrameName } from '../story/frames.ts'
import { frames } from '../story/frames.ts'
import type { StageState } from '../story/mark.ts'
import type { Slide, Story, StoryCheck, StoryDeck, Track } from '../story/story.ts'
import { InputError } from '../util/diagnostic.ts'
import type { Report } from '../util/report.ts'
import { type DeckThread, type Limits, startDeckThread } from './deck-thread.ts'
import { createReceiver, type Parcel } from './only-changes.ts'
import type { PlainDeck } from './plain-deck.ts'
import { reviveDeck } from './revive-deck.ts'
import type { Composed, SlideParts } from './thread-messages.ts'

/** Composes the story of one folder, again and again; what has not changed since the last time is taken from there. */
export interface Composer {
  /** Loads and renders the deck; nothing is written. Rejects with InputError with every problem of slides, data and charts. */
  compose(): Promise<Story>
  /** Loads what the next story will need that the first one did not. */
  warmUp(): Promise<void>
  /** The files that went into the deck when it was last bundled, and its pictures, missing ones too, relative to its folder. */
  readonly inputs: readonly string[]
  /** Ends the thread that the deck runs in: of its stories nothing more can be compiled. */
  dispose(): Promise<void>
}

/** A deck's thread, and what it has sent so far. */
interface Session {
  thread: DeckThread
  decks: Receiver<PlainDeck>
  parts: Receiver<SlideParts>
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
  const start = () => openSession(startDeckThread(folder, steps.follow, limits))
  let session = start()
  let inputs: readonly string[] = []

  /** Nothing of a deck that spoilt its thread lasts. */
  async function ready(): Promise<Session> {
    if (!session.thread.isOver) return session
    await session.thread.end()
    session = start()
    return session
  }

  async function compose(): Promise<Story> {
    const { thread, decks, parts, tracks } = await ready()
    try {
      const composed = await thread.ask({ kind: 'compose' })
      const [plain] = decks(composed.deck) as [PlainDeck]
      const deck = reviveDeck(plain)
      const slides = reviveSlides(composed, parts(composed.parts), deck)
      const wide = tracks('wide')(composed.wide)
      const asked = await Promise.all(checks.map((check) => check({ deck, slides }, { folder, inputs: thread.inputs })))
      const all = [...composed.problems, ...asked.flat()]
      if (all.length > 0) throw new InputError(all)
      const { story, inputHash, borrowed } = composed
      return { deck, slides, inputHash, borrowed, wide, ...laterStages(session, story, wide) }
    } finally {
      steps.end()
      if (thread.inputs.length > 0) inputs = thread.inputs
    }
  }

  return {
    compose,
    async warmUp() {
      await (await ready()).thread.ask({ kind: 'warm up' })
      await compose()
    },
    get inputs() {
      return inputs
    },
    dispose: () => session.thread.end(),
  }
}

function openSession(thread: DeckThread): Session {
  const tracks = new Map<FrameName, ReturnType<Session['tracks']>>()
  return {
    thread,
    decks: createReceiver(),
    parts: createReceiver(),
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
