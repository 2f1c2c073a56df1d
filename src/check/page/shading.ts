import type { Rgb, Shade } from '../sheet.ts'
import type { Backdrop } from './backdrops.ts'
import { type Colour, colourOf, fade, NOTHING, over, WHITE } from './colours.ts'
import { styleOf } from './computed-styles.ts'
import { backgroundOf, forgetColours, surfaceOf } from './surfaces.ts'
import type { Seen } from './visible.ts'

/** Tells each text the colours that it is seen in. Labels of one chart that are painted alike are looked at once. */
export function addShades(seen: readonly Seen[]): void {
  // Some stories are dark from the start.
  inTheme('light', () => addLightShades(seen))
}

function addLightShades(seen: readonly Seen[]): void {
  forgetColours()
  const known = new Map<string, Shade | undefined>()
  const pictures = new Map<Element | null, number>()
  for (const one of seen) {
    const { text, element } = one.piece
    const picture = element.closest('svg')
    if (!pictures.has(picture)) pictures.set(picture, pictures.size)
    const key = text.isLabel ? `${pictures.get(picture)} ${signatureOf(one)}` : ''
    const shade = known.get(key) ?? shadeOf(one, 'light')
    if (text.isLabel) known.set(key, shade)
    keep(one, shade)
  }
}

/**
 * The same in the dark theme. What looks alike in the light one and stands in elements of the same classes does in this one, so
 * that only sheets with something of their own are looked at again; the others leave the page, which is of no use afterwards.
 */
export function addDarkShades(seen: readonly Seen[], sheets: readonly Element[]): void {
  const alike = Map.groupBy(seen, (one) => `${signatureOf(one)} ${pathOf(one)} ${JSON.stringify(one.piece.text.shades)}`)
  const samples = [...alike.values()].flatMap(([sample, ...others]) => (sample ? [{ sample, others }] : []))
  const kept = new Set(samples.map(({ sample }) => sample.sheet))
  for (const sheet of sheets) if (!kept.has(sheet)) sheet.remove()
  inTheme('dark', () => {
    forgetColours()
    for (const { sample, others } of samples) {
      const shade = shadeOf(sample, 'dark')
      for (const one of [sample, ...others]) keep(one, shade)
    }
  })
}

/** Each shade once. */
const shades = new Map<string, Shade>()

function keep({ piece: { text } }: Seen, found: Shade | undefined): void {
  if (!found) return
  const key = `${found.letters} ${found.ground} ${found.theme} ${found.size} ${found.isBold}`
  const shade = shades.get(key) ?? found
  shades.set(key, shade)
  if (!text.shades?.includes(shade)) text.shades = [...(text.shades ?? []), shade]
}

/** What decides in which colours a part of a chart is painted. */
const PAINT = ['fill', 'fill-opacity', 'opacity', 'stroke', 'stroke-opacity', 'font-size', 'font-weight', 'class', 'transform']

function signatureOf(seen: Seen): string {
  seen.signature ??= signed(seen)
  return seen.signature
}

function signed({ piece: { element }, backdrop: { veils, beneath } }: Seen): string {
  const painted = [element, ...[...veils, ...beneath].map((painter) => painter.element)]
  return `${veils.length} ${painted.map((each) => PAINT.map((name) => each.getAttribute(name) ?? '').join())}`
}

/** The elements that letters stand in. */
function pathOf({ piece: { element }, sheet }: Seen): string {
  let path = ''
  for (let each: Element | null = element; each && each !== sheet; each = each.parentElement)
    path += `${each.localName}.${each.getAttribute('class')} `
  return path
}

/** What would let a colour change slowly. */
const AT_ONCE = '*,::before,::after{transition:none!important;animation:none!important}'

/** Does something while the page is light or dark, as a reader's choice of it would have it. */
function inTheme(theme: 'light' | 'dark', work: () => void): void {
  const { dataset } = document.documentElement
  const style = new CSSStyleSheet()
  style.replaceSync(AT_ONCE)
  document.adoptedStyleSheets.push(style)
  dataset.theme = theme
  work()
}

/** Letters and what is between them, as far as both are painted yet. */
interface Pair {
  letters: Colour
  ground: Colour
}

/** In which colours letters are seen on a backdrop now; undefined where there is more than one, as on a picture. */
function shadeOf({ piece: { text, element }, backdrop }: Seen, theme: Shade['theme']): Shade | undefined {
  const pair = painted(element, backdrop)
  if (!pair) return undefined
  const { fontSize, fontWeight } = styleOf(element)
  const size = text.isLabel ? text.size : Number.parseFloat(fontSize)
  return { letters: rounded(pair.letters), ground: rounded(pair.ground), theme, size, isBold: Number(fontWeight) >= 700 }
}

/** From the letters outwards: what lies beside an element in the next one around, then that one's own background, and its opacity. */
function painted(element: Element, { veils, beneath }: Backdrop): Pair | undefined {
  const letters = lettersOf(element)
  let pair: Pair | undefined = letters && { letters, ground: NOTHING }
  const left = new Set([...veils, ...beneath])
  for (let around: Element | null = element; around && pair; around = around.parentElement) {
    for (const painter of left) {
      if (!pair || !around.contains(painter.element)) continue
      left.delete(painter)
      pair = laid(pair, surfaceOf(painter, around), veils.includes(painter))
    }
    if (pair) pair = laid(pair, isOfPicture(around) ? NOTHING : backgroundOf(around))
    const { opacity } = styleOf(around)
    if (pair && opacity !== '1')
      pair = { letters: fade(pair.letters, Number(opacity)), ground: fade(pair.ground, Number(opacity)) }
  }
  return pair && laid(pair, WHITE)
}

/** The parts of a picture have no background. */
function isOfPicture(element: Element): boolean {
  return element instanceof SVGElement && !(element instanceof SVGSVGElement)
}

/** A surface that is not one colour is no matter where it cannot be seen. */
function laid(pair: Pair, surface: Colour | undefined, isVeil = false): Pair | undefined {
  if (!surface) return !isVeil && pair.ground.alpha > 0.99 ? pair : undefined
  if (surface.alpha === 0) return pair
  if (isVeil) return { letters: over(surface, pair.letters), ground: over(surface, pair.ground) }
  return { letters: over(pair.letters, surface), ground: over(pair.ground, surface) }
}

function lettersOf(element: Element): Colour | undefined {
  const style = styleOf(element)
  if (!(element instanceof SVGElement)) return colourOf(style.webkitTextFillColor)
  const colour = colourOf(style.fill)
  return colour && fade(colour, Number(style.fillOpacity))
}

function rounded({ rgb: [red, green, blue] }: Colour): Rgb {
  return [Math.round(red), Math.round(green), Math.round(blue)]
}
