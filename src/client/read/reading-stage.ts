import { stillSvg } from '../../motion/still.ts'
import { createReader } from '../../motion/track/decode-track.ts'
import type { EncodedTrack } from '../../motion/track/format.ts'
import { loadKeyframes } from '../player/keyframes.ts'
import { createStage, type Stage } from '../player/player.ts'
import { idle } from '../ui/idle.ts'
import { fittingSize, type Size } from './fitting-size.ts'

/** Size of text, in px, of a browser whose reader has asked for no other. */
const USUAL_TEXT = 16

/** The stage of the reading page: one node, drawn for the size of its place. Without a host the story has no charts. */
export function createReadingStage(host: HTMLElement | null, articles: readonly HTMLElement[]) {
  const load = createLoader(host)
  const shownAt = withChart(articles)
  let stage: Stage | undefined
  let track: EncodedTrack | undefined
  let size: Size | undefined
  let src: string | undefined
  let current = { index: 0, before: 0 }
  const show = (options?: { animate: boolean }) => stage?.show(shownAt(current.index) - current.before, options)
  let motion = true

  async function adapt(): Promise<void> {
    const wanted = host && fittingSize(host, Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_TEXT)
    if (!host || !wanted || (wanted === size && host.dataset[wanted] === src)) return
    size = wanted
    src = host.dataset[wanted]
    const loaded = await load(wanted)
    // Meanwhile the window may have changed again.
    if (size !== wanted || src !== host.dataset[wanted]) return
    track = loaded
    if (stage) stage.load(loaded)
    else stage = createStage(host, loaded)
    stage.motion = motion
    host.dataset.size = wanted
    show({ animate: false })
    void prepare(loaded)
  }

  /** What the reader comes to is unpacked while they read. */
  async function prepare(loaded: EncodedTrack): Promise<void> {
    for (const index of loaded.states.keys())
      for (const _ of stage?.prepare(index) ?? []) {
        await idle()
        if (track !== loaded) return
      }
  }
  if (host) new ResizeObserver(() => void adapt()).observe(host)

  return {
    /** Resolves when the current step is drawn, or is known to have no chart. */
    ready: adapt(),
    /** Of a slide whose chart goes on in steps, one that comes so many before its last. */
    show(index: number, before = 0) {
      current = { index, before }
      show()
    },
    settled: async () => stage?.settled(),
    /** As of the stage. Throws Error while there is none. */
    move(from: number, to: number) {
      if (!stage) throw new Error('the stage is not ready')
      return stage.move(shownAt(from), shownAt(to))
    },
    get motion() {
      return motion
    },
    set motion(value) {
      motion = value
      if (stage) stage.motion = value
    },
    /** A step as the markup of a still; empty while the keyframes are not there. */
    still(index: number) {
      const article = articles[index]
      if (!track || !article) return ''
      return stillSvg(createReader(track).state(stateOf(article, index)), track.frame, { id: `still-${index}` })
    },
  }
}

/** Where the last state of a slide is among those of the stage. */
function stateOf({ dataset }: HTMLElement, index: number): number {
  return Number(dataset.state ?? index)
}

/** Steps without a chart of their own leave the last one standing. */
function withChart(articles: readonly HTMLElement[]): (index: number) => number {
  const indices = articles.map((article, index) => (article.dataset.pace === 'none' ? -1 : stateOf(article, index)))
  return (index) => Math.max(indices.slice(0, index + 1).findLast((at) => at >= 0) ?? 0, 0)
}

function createLoader(host: HTMLElement | null): (size: Size) => Promise<EncodedTrack> {
  const tracks = new Map<Size, { src: string; track: Promise<EncodedTrack> }>()
  return (size) => {
    const src = host?.dataset[size] ?? ''
    const known = tracks.get(size)
    const track = known?.src === src ? known.track : loadKeyframes(src)
    tracks.set(size, { src, track })
    return track
  }
}
