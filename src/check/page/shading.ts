import type { Rgb, Shade, TextBlock } from '../sheet.ts'
import type { Backdrop } from './backdrops.ts'
import { type Colour, colourOf, fade, NOTHING, over, WHITE } from './colours.ts'
import { styleOf } from './computed-styles.ts'
import { backgroundOf, forgetColours, surfaceOf } from './surfaces.ts'
import type { Seen } from './visible.ts'

/** Tells each text the colours that it is seen in, in a theme. */
export function addShades(seen: readonly Seen[], theme: Shade['theme']): void {
  showTheme(theme)
  forgetColours()
  for (const one of seen) keep(one.piece.text, shadeOf(one, theme))
}

/** Each once. */
function keep(text: TextBlock, found: Shade | undefined): void {
  const shades = text.shades ?? []
  const isKnown = shades.some((shade) => JSON.stringify(shade) === JSON.stringify(found))
  if (found && !isKnown) text.shades = [...shades, found]
}

/** What would let a colour change slowly. */
const AT_ONCE = '*,::before,::after{transition:none!important;animation:none!important}'

/** Makes the page light or dark, as a reader's choice of it would. */
function showTheme(theme: Shade['theme']): void {
  const style = new CSSStyleSheet()
  style.replaceSync(AT_ONCE)
  document.adoptedStyleSheets = [style]
  document.documentElement.dataset.theme = theme
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
