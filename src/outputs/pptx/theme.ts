import { rgb } from 'd3-color'
import { isGradient, readGradient } from '../../motion/definitions.ts'
import { chartColours } from '../../story/chart-colours.ts'
import { pageColours } from '../../story/page-colours.ts'
import type { Palette } from '../../story/palette.ts'
import { type Part, xmlPart } from './package.ts'
import { themeFill } from './shapes.ts'
import { type Attributes, xml } from './xml.ts'

/** Light paper and dark ink, or the other way round; each has a master. */
export type Ground = 'light' | 'dark'

/** Names of DrawingML that every part may use. */
export const NAMESPACES = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const

/** The deck's faces. Whoever lacks them gets a face of the same kind by its description (PANOSE and pitch). */
const FACES = {
  major: { typeface: 'Source Serif 4', panose: '02040603050405020204', pitchFamily: 18, charset: 0 },
  minor: { typeface: 'Source Sans 3', panose: '020B0503030403020204', pitchFamily: 34, charset: 0 },
} as const

/** How the places of a theme's colours are filled. On dark paper the dark place is that of the paper. */
const MAPS = {
  light: { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' },
  dark: { bg1: 'dk1', tx1: 'lt1', bg2: 'dk2', tx2: 'lt2' },
} as const

/** The map with what is the same for both. */
export function colourMap(ground: Ground): Readonly<Record<string, string>> {
  const accents = Object.fromEntries([1, 2, 3, 4, 5, 6].map((number) => [`accent${number}`, `accent${number}`]))
  return { ...MAPS[ground], ...accents, hlink: 'hlink', folHlink: 'folHlink' }
}

/** The theme of one ground: the deck's colours and faces. Themes are counted from 1. */
export function themePart(number: number, name: string, colours: Readonly<Record<string, string>>, ground: Ground): Part {
  const root = xml(
    'a:theme',
    { 'xmlns:a': NAMESPACES['xmlns:a'], name },
    xml('a:themeElements', {}, colourScheme(name, colours, ground), fontScheme(name), formatScheme(name)),
    xml('a:objectDefaults'),
    xml('a:extraClrSchemeLst'),
  )
  return xmlPart(`ppt/theme/theme${number}.xml`, 'theme', root)
}

function colourScheme(name: string, colours: Readonly<Record<string, string>>, ground: Ground): string {
  const {
    paper = '',
    ink = '',
    quiet = '',
    mute = '',
    faint = '',
    signal = '',
    'side-start': start = '',
    'side-end': end = '',
  } = colours
  const places = {
    ...(ground === 'light' ? { dk1: ink, lt1: paper, dk2: quiet, lt2: faint } : { dk1: paper, lt1: ink, dk2: faint, lt2: quiet }),
    accent1: signal,
    accent2: mute,
    accent3: quiet,
    accent4: ink,
    accent5: start,
    accent6: end,
    hlink: ink,
    folHlink: quiet,
  }
  const list = Object.entries(places).map(([place, hex]) =>
    xml(`a:${place}`, {}, xml('a:srgbClr', { val: hex.slice(1).toUpperCase() })),
  )
  return xml('a:clrScheme', { name }, ...list)
}

function fontScheme(name: string): string {
  const face = (kind: keyof typeof FACES) =>
    xml(`a:${kind}Font`, {}, xml('a:latin', FACES[kind]), xml('a:ea', { typeface: '' }), xml('a:cs', { typeface: '' }))
  return xml('a:fontScheme', { name }, face('major'), face('minor'))
}

/** Flat: three degrees of everything are asked for, and all are the same. */
function formatScheme(name: string): string {
  const plain = themeFill('phClr')
  const thrice = (one: string) => one.repeat(3)
  return xml(
    'a:fmtScheme',
    { name },
    xml('a:fillStyleLst', {}, thrice(plain)),
    xml('a:lnStyleLst', {}, thrice(xml('a:ln', { w: 9525 }, plain, xml('a:prstDash', { val: 'solid' })))),
    xml('a:effectStyleLst', {}, thrice(xml('a:effectStyle', {}, xml('a:effectLst')))),
    xml('a:bgFillStyleLst', {}, thrice(plain)),
  )
}

/** Colours on one ground by what they are for, as `#rrggbb`: the deck's own, else those of the pages and of charts. */
export function coloursOn(ground: Ground, palette: Palette = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...pageColours, ...chartColours, ...palette }).map(([name, shades]) => [name, shades[ground]]),
  )
}

/** The deck's colours by their places in a theme, so that whoever chooses another theme changes them all. */
const THEMED: Readonly<Record<string, string>> = {
  paper: 'bg1',
  ink: 'tx1',
  quiet: 'tx2',
  faint: 'bg2',
  signal: 'accent1',
  mute: 'accent2',
  'side-start': 'accent5',
  'side-end': 'accent6',
}

/** A colour (`#rrggbb`) as its place in a theme, where the ground has it there; else as it is. */
export function placeOf(colour: string, colours: Readonly<Record<string, string>>): string {
  const token = Object.keys(THEMED).find((name) => colours[name]?.toLowerCase() === colour)
  return (token === undefined ? undefined : THEMED[token]) ?? colour
}

/** A colour that a browser mixes. */
export const MIX = /color-mix\((?:[^()]|\([^()]*\))*\)/g

/** A paint in which colours of charts that have no place in a theme are as they are on one ground; also those within a gradient. */
export function onGround(css: string, colours: Readonly<Record<string, string>>): string {
  return css
    .replace(MIX, (mix) => colours[mix] ?? mix)
    .replace(/var\(--([\w-]+)\)/g, (token, name) => (name in THEMED ? token : (colours[name] ?? token)))
}

/** A colour of CSS, with an opacity between 0 and 1, as DrawingML has it; ink where it is one that only browsers know. */
export function colour(css: string, opacity = 1): string {
  const token = /^var\(--([\w-]+)/.exec(css)?.[1]
  const themed = token === undefined ? undefined : (THEMED[token] ?? 'tx1')
  if (themed !== undefined) return xml('a:schemeClr', { val: themed }, alpha(opacity))
  const { r, g, b, opacity: own } = rgb(css)
  if (Number.isNaN(r + g + b)) return xml('a:schemeClr', { val: 'tx1' }, alpha(opacity))
  const hex = [r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')
  return xml('a:srgbClr', { val: hex.toUpperCase() }, alpha(opacity * own))
}

function alpha(opacity: number): string {
  return opacity >= 1 ? '' : xml('a:alpha', { val: Math.round(Math.max(0, opacity) * 100_000) })
}

/** What an area is filled with: a colour, a gradient as `definitions.ts` writes it, or nothing. */
export function fill(css: string | undefined, opacity = 1): string {
  if (css === undefined || opacity <= 0) return xml('a:noFill')
  return isGradient(css) ? gradientFill(css, opacity) : xml('a:solidFill', {}, colour(css, opacity))
}

function gradientFill(css: string, opacity: number): string {
  const { isRadial, at, stops } = readGradient(css)
  const list = stops.map(({ offset, color }) =>
    xml('a:gs', { pos: Math.round(Number(offset) * 100_000) }, colour(color, opacity)),
  )
  const [x1 = 0, y1 = 0, x2 = 1, y2 = 0] = at
  const degrees = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI
  const middle = { l: 50_000, t: 50_000, r: 50_000, b: 50_000 }
  const way = isRadial
    ? xml('a:path', { path: 'circle' }, xml('a:fillToRect', middle))
    : xml('a:lin', { ang: Math.round((((degrees % 360) + 360) % 360) * 60_000), scaled: 0 })
  return xml('a:gradFill', { rotWithShape: 1 }, xml('a:gsLst', {}, ...list), way)
}

/** What stands for the families that every browser has; who lacks it finds one like it by its description. */
const FAMILIES: readonly [RegExp, Attributes][] = [
  [/Source Code/, { typeface: 'Source Code Pro', panose: '020B0509030403020204', pitchFamily: 49, charset: 0 }],
  [/mono|courier|consol|menlo/i, { typeface: 'Courier New', panose: '02070309020205020404', pitchFamily: 49 }],
  [/sans|helvetica|arial/i, { typeface: 'Arial', panose: '020B0604020202020204', pitchFamily: 34 }],
  [/serif|times/i, { typeface: 'Times New Roman', panose: '02020603050405020304', pitchFamily: 18 }],
]

/** The face of a text: one of the theme's where it is the deck's own, else the first family that is named. */
export function faceOf(family = ''): Attributes {
  if (/Source Serif|--serif/.test(family)) return { typeface: '+mj-lt' }
  if (family === '' || /^\W*Source Sans|var\(/.test(family)) return { typeface: '+mn-lt' }
  const typeface = (family.split(',')[0] ?? '').trim().replace(/^["']|["']$/g, '')
  return FAMILIES.find(([pattern]) => pattern.test(typeface))?.[1] ?? { typeface }
}
