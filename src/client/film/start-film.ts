import { createStage } from '../player/player.ts'
import { find } from '../ui/dom.ts'
import { canEncode, createEncoder, type Encoded, type Encoding, qualities } from './encode.ts'
import { createStageImage } from './stage-image.ts'

/*
 * The page in which a film is made. Node shows a slide, photographs its words and gives them back; the page moves the stage by
 * `move()`, draws stage and words on each other, and encodes what comes out.
 */

/** How a film is made. */
export interface FilmSetting {
  width: number
  height: number
  /** Where the stage is drawn, in px of the film. */
  stage: { x: number; y: number; width: number; height: number }
  rate: number
  /** The state of the stage by view, a slide at one of its steps. */
  states: readonly number[]
  /** What a view may be at most in one codec, in bytes. */
  most: readonly number[]
}

/** What a view became: pictures of the move to it, then one that stays, twice; `frames` is the position of the first of these. */
export interface FilmedSlide {
  frames: number
  encoded: Partial<Record<Encoding['codec'], Encoded>>
}

/** Words of one slide give way to the next in so many ms, as in the deck. */
const DISSOLVE = 240

/** The words of the slide before, and of the slide itself. */
type Layers = readonly [ImageBitmap, ImageBitmap]

function startFilm({ width, height, stage: place, rate, states, most }: FilmSetting) {
  const track = window.countdownTrack
  if (!track) throw new Error('the page has no keyframes')
  const articles = [...document.querySelectorAll<HTMLElement>('article')]
  const host = find<HTMLElement>('.stage')
  const stage = createStage(host, track)
  const image = createStageImage(find<SVGElement>('.stage svg'), place)
  const paper = getComputedStyle(document.documentElement).getPropertyValue('--paper')
  const picture = contextOf(width, height, false)
  const words = contextOf(width, height, true)
  picture.fillStyle = paperColour(paper)
  const moveInto = (index: number) => stage.move(states[Math.max(index - 1, 0)] ?? 0, states[index] ?? 0)
  let codecs: Encoding['codec'][] = []

  async function draw(css: string, [from, to]: Layers, ms: number): Promise<void> {
    picture.fillRect(0, 0, width, height)
    picture.drawImage(await image.draw(css), place.x, place.y)
    const share = ms / DISSOLVE
    if (share >= 1) return picture.drawImage(to, 0, 0, width, height)
    words.clearRect(0, 0, width, height)
    // Added up, so that what is on both slides stays as it is.
    words.globalCompositeOperation = 'lighter'
    for (const [layer, alpha] of [
      [from, 1 - share],
      [to, share],
    ] as const) {
      words.globalAlpha = alpha
      words.drawImage(layer, 0, 0, width, height)
    }
    picture.drawImage(words.canvas, 0, 0)
  }

  async function encode(
    index: number,
    css: string,
    layers: Layers,
    codec: Encoding['codec'],
    quality: number,
    others: readonly Encoding['codec'][] = [],
  ) {
    const move = moveInto(index)
    const frames = index === 0 ? 0 : Math.round((Math.max(move.duration, DISSOLVE) * rate) / 1000)
    const encoders = [codec, ...others].map(
      (name) => [name, createEncoder({ codec: name, width, height, rate }, quality)] as const,
    )
    // The picture before has been shown; the film goes on with the next.
    for (let frame = Math.min(1, frames); frame <= frames; frame++) {
      const ms = frame === frames ? Infinity : (frame * 1000) / rate
      move.seek(ms)
      await draw(css, layers, ms)
      for (const [, encoder] of encoders) await encoder.add(picture.canvas, frame)
    }
    // Once more what stands, for the end of its time: not every player holds the last picture of a file.
    for (const [, encoder] of encoders) await encoder.add(picture.canvas, frames + 1)
    const encoded = await Promise.all(encoders.map(async ([name, encoder]) => [name, await encoder.finish()] as const))
    return { frames, encoded: Object.fromEntries(encoded) as Record<Encoding['codec'], Encoded> }
  }

  return {
    /** Which codecs this browser has. */
    async codecs(): Promise<readonly Encoding['codec'][]> {
      const able = await Promise.all(
        (['vp9', 'avc'] as const).map(async (codec) => ((await canEncode({ codec, width, height, rate })) ? [codec] : [])),
      )
      codecs = able.flat()
      return codecs
    },
    /** Shows the words of a slide alone, to be photographed. */
    async show(index: number): Promise<void> {
      for (const [at, article] of articles.entries()) article.hidden = at !== index
      const article = articles[index]
      if (article) shrinkToFit(article)
      await document.fonts.ready
    },
    /** Takes the photographed words of a slide and of the one before, and encodes the way from there. */
    async film(index: number, [now, before]: readonly [string, string]): Promise<FilmedSlide> {
      const layers: Layers = [await bitmapOf(before), await bitmapOf(now)]
      const css = await rulesOf(index)
      const [first, ...others] = codecs
      if (!first) return { frames: 0, encoded: {} }
      const filmed = await encode(index, css, layers, first, 0, others)
      for (const codec of codecs) {
        for (let quality = 1; quality < qualities && sizeOf(filmed.encoded[codec]) > (most[index] ?? Infinity); quality++)
          filmed.encoded[codec] = (await encode(index, css, layers, codec, quality)).encoded[codec]
      }
      for (const layer of layers) layer.close()
      return filmed
    },
  }

  /** The styles of the stage on its way to a slide: of its texts at both ends. */
  async function rulesOf(index: number): Promise<string> {
    const move = moveInto(index)
    const rules = new Set<string>()
    let texts = '0123456789'
    for (const ms of [0, Infinity]) {
      move.seek(ms)
      texts += host.textContent
      for (const rule of await image.rulesFor(texts)) rules.add(rule)
    }
    return [...rules].join('')
  }
}

/** Text that does not fit into its sheet is made smaller; what would be too small to read is left out. */
function shrinkToFit(article: HTMLElement): void {
  const sheet = article.querySelector<HTMLElement>('.portrait')
  const body = sheet?.querySelector<HTMLElement>('.body')
  if (!sheet || !body) return
  for (let zoom = 1; sheet.scrollHeight > sheet.clientHeight && zoom > 0.6; zoom -= 0.05) body.style.zoom = `${zoom}`
  body.hidden = sheet.scrollHeight > sheet.clientHeight
}

function sizeOf({ packets }: Encoded): number {
  return packets.reduce((sum, [, , bytes]) => sum + (bytes.length * 3) / 4, 0)
}

function bitmapOf(png: string): Promise<ImageBitmap> {
  const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0))
  return createImageBitmap(new Blob([bytes], { type: 'image/png' }))
}

function contextOf(width: number, height: number, alpha: boolean): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { alpha, willReadFrequently: true })
  if (!context) throw new Error('the browser has no canvas')
  return context
}

/** A canvas knows colours, but not those that depend on the theme. */
function paperColour(paper: string): string {
  const probe = document.createElement('p')
  probe.style.color = paper
  document.body.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

declare global {
  interface Window {
    startFilm: typeof startFilm
    film?: ReturnType<typeof startFilm>
  }
}

window.startFilm = startFilm
