import { availableParallelism } from 'node:os'
import type { PerformingPage } from '../../browser/page.ts'
import type { FilmedSlide, FilmSetting } from '../../client/film/start-film.ts'
import { stateAt, stepsOf, type View, viewsOf } from '../../story/steps.ts'
import type { Story } from '../../story/story.ts'
import { EnvironmentError } from '../../util/diagnostic.ts'
import type { OutputFile } from '../../util/output-file.ts'
import { remember } from '../../util/remember.ts'
import type { Output } from '../output.ts'
import { filmFormats } from './film-format.ts'
import { renderFilmPage } from './film-page.ts'
import { captionsOf, chaptersOf, RATE, type Shot, timelineOf, webVtt } from './timeline.ts'

const NAME = 'video'
/** What posts take in many places, and room in it for what a container adds, in bytes. */
const [MOST_CLIP, CONTAINER] = [1_000_000, 8_000]
/** By codec: the ending of its files. */
const ENDINGS = { vp9: 'webm', avc: 'mp4' } as const

/** The talk as a film, with captions, chapters, and a clip for each record. */
export const video: Output = {
  async make(story, { root, printer, note, progress, video: shape = 'landscape' }) {
    const { frame, sheet, scale, stage } = filmFormats[shape]
    const views = viewsOf(story.slides, 'all')
    const page = await renderFilmPage(story, views, await story.track(frame), shape, root)
    const setting: FilmSetting = {
      width: sheet.width * scale,
      height: sheet.height * scale,
      stage: { x: stage.x * scale, y: stage.y * scale, width: stage.width * scale, height: stage.height * scale },
      rate: RATE,
      states: views.map(({ slide, step }) => stateAt(slide, step)),
      most: views.map(({ slide }) => (slide.record ? (MOST_CLIP - CONTAINER) / (stepsOf(slide) + 1) : Number.MAX_SAFE_INTEGER)),
    }
    const perform = (lane: (page: PerformingPage) => Promise<void>) =>
      printer.perform(page, { window: { ...sheet, scale }, perform: lane })
    const { codecs, filmed } = await film(perform, setting, (done) => progress?.(NAME, done, views.length))
    if (!codecs.includes('avc')) note('This browser has no H.264 encoder, so there is story.webm and no story.mp4.')
    if (availableParallelism() === 1)
      note('This machine has one processor; story.webm has other bytes than on a machine with more.')
    return filesOf(story, { views, filmed, codecs }, setting)
  },
}

/** Pages that draw and encode side by side. Each view is encoded by itself, so that its bytes are the same in any of them. */
const LANES = Math.min(2, availableParallelism())

/** What pages make of all views, each of them taking the next one. Throws EnvironmentError where the browser cannot encode. */
async function film(
  perform: (lane: (page: PerformingPage) => Promise<void>) => Promise<void>,
  setting: FilmSetting,
  tell: (done: number) => void,
): Promise<Pick<Footage, 'codecs' | 'filmed'>> {
  const waiting = [...setting.states.keys()]
  const words = new Map<number, Promise<string>>()
  const filmed: FilmedSlide[] = []
  let codecs: Footage['codecs'] = []
  let done = 0
  tell(done)
  const lane = async (page: PerformingPage) => {
    // The words of a view alone, as a PNG in base64.
    const wordsOf = (index: number) =>
      remember(words, index, () => page.run(`window.film.show(${index})`).then(() => page.photograph()))
    await page.run(`void (window.film = window.startFilm(${JSON.stringify(setting)}))`)
    codecs = await page.run<typeof codecs>('window.film.codecs()')
    if (!codecs.includes('vp9'))
      throw new EnvironmentError('the browser has no VP9 encoder, which a film needs; install a newer Google Chrome or Chromium')
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      try {
        const layers = [await wordsOf(index), await wordsOf(Math.max(index - 1, 0))]
        filmed[index] = await page.run<FilmedSlide>(`window.film.film(${index}, ${JSON.stringify(layers)})`)
      } catch (error) {
        // A browser that has died is started once more.
        waiting.unshift(index)
        words.clear()
        throw error
      }
      tell(++done)
    }
  }
  await Promise.all(Array.from({ length: LANES }, () => perform(lane)))
  return { codecs, filmed }
}

/** What was filmed, view by view. */
interface Footage {
  views: readonly View[]
  filmed: readonly FilmedSlide[]
  codecs: readonly ('vp9' | 'avc')[]
}

async function filesOf(
  { deck, slides }: Story,
  { views, filmed, codecs }: Footage,
  { width, height }: FilmSetting,
): Promise<OutputFile[]> {
  const shots = timelineOf(
    views,
    filmed.map(({ frames }) => frames),
    deck.filmSeconds,
  )
  const chapters = chaptersOf(shots)
  // What few builds need is loaded for them alone.
  const { mux } = await import('./mux.ts')
  const reel = (codec: 'vp9' | 'avc', of: readonly Shot[]) => ({
    codec,
    size: { width, height },
    slides: of.flatMap((shot) => {
      const encoded = filmed[shots.indexOf(shot)]?.encoded[codec]
      return encoded ? [{ shot, encoded }] : []
    }),
  })
  const clip = codecs.includes('avc') ? 'avc' : 'vp9'
  const files: OutputFile[] = [
    { path: 'story.vtt', contents: webVtt(captionsOf(shots, deck.lang), deck.lang) },
    { path: 'story.chapters.vtt', contents: webVtt(chapters, deck.lang) },
  ]
  for (const codec of codecs)
    files.push({ path: `story.${ENDINGS[codec]}`, contents: await mux({ ...reel(codec, shots), title: deck.title, chapters }) })
  for (const slide of slides.filter(({ record }) => record)) {
    const own = shots.filter((shot) => shot.slide === slide)
    const contents = await mux({ ...reel(clip, own), title: slide.title })
    files.push({ path: `clips/${slide.id}.${ENDINGS[clip]}`, contents })
  }
  return files
}
