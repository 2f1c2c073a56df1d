import { pageColours } from '../../story/page-colours.ts'
import type { Palette } from '../../story/palette.ts'
import { xml, xmlDocument } from './xml.ts'

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

/** The theme of one ground: the deck's colours and faces. */
export function themePart(name: string, colours: Readonly<Record<string, string>>, ground: Ground): string {
  return xmlDocument(
    xml(
      'a:theme',
      { 'xmlns:a': NAMESPACES['xmlns:a'], name },
      xml('a:themeElements', {}, colourScheme(name, colours, ground), fontScheme(name), formatScheme(name)),
      xml('a:objectDefaults'),
      xml('a:extraClrSchemeLst'),
    ),
  )
}

function colourScheme(name: string, colours: Readonly<Record<string, string>>, ground: Ground): string {
  const { paper = '', ink = '', quiet = '', mute = '', faint = '', signal = '' } = colours
  const places = {
    ...(ground === 'light' ? { dk1: ink, lt1: paper, dk2: quiet, lt2: faint } : { dk1: paper, lt1: ink, dk2: faint, lt2: quiet }),
    accent1: signal,
    accent2: mute,
    accent3: quiet,
    accent4: ink,
    accent5: faint,
    accent6: mute,
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
  const plain = xml('a:solidFill', {}, xml('a:schemeClr', { val: 'phClr' }))
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

/** Colours on one ground by what they are for, as `#rrggbb`: the deck's own, else those of the pages. */
export function coloursOn(ground: Ground, palette: Palette = {}): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...pageColours, ...palette }).map(([name, shades]) => [name, shades[ground]]))
}
