import type { Slide } from '../../story/story.ts'
import { levelStyle } from './layouts.ts'
import { type Part, Relationships, xmlPart } from './package.ts'
import type { PaintedRun, PaintedSlide, Piece } from './painted.ts'
import { background, MASTER_COLOURS, NO_GROUP, objectTree, preset, shape, themeFill } from './shapes.ts'
import { type Paragraph, paragraphsXml, type Run, type TextContext } from './text-body.ts'
import { colourMap, NAMESPACES } from './theme.ts'
import { xml } from './xml.ts'

/** A page of notes in EMU: upright, the slide above its text. */
export const NOTES_PAGE = { cx: 6_858_000, cy: 9_144_000 } as const
const [PICTURE, TEXT] = [
  { x: 685_800, y: 1_143_000, cx: 5_486_400, cy: 3_086_100 },
  { x: 685_800, y: 4_400_550, cx: 5_486_400, cy: 3_600_450 },
]

/** The page that all notes are laid out on, with the number of its theme. */
export function notesMaster(theme: number, rtl: boolean): Part {
  const relationships = new Relationships()
  relationships.to('theme', `../theme/theme${theme}.xml`)
  const objects = [picture(place(PICTURE)), text(place(TEXT), xml('a:p'))]
  const root = xml(
    'p:notesMaster',
    NAMESPACES,
    objectTree(objects, { ground: background(themeFill('bg1')) }),
    xml('p:clrMap', colourMap('light')),
    xml('p:notesStyle', {}, levelStyle('a:lvl1pPr', { size: 16, after: 6 }, rtl)),
  )
  return xmlPart('ppt/notesMasters/notesMaster1.xml', 'presentationml.notesMaster', root, relationships)
}

/** The notes of one slide. Links in notes are words: whoever speaks does not follow them. */
export function notesPart({ index }: Slide, painted: PaintedSlide, context: Omit<TextContext, 'linkTo'>): Part {
  const relationships = new Relationships()
  relationships.to('notesMaster', '../notesMasters/notesMaster1.xml')
  relationships.to('slide', `../slides/slide${index + 1}.xml`)
  const words = paragraphsXml(painted.notes.flatMap(paragraphsOf), { ...context, linkTo: () => undefined }, { size: 16 })
  const root = xml('p:notes', NAMESPACES, objectTree([picture(''), text('', words)]), MASTER_COLOURS)
  return xmlPart(`ppt/notesSlides/notesSlide${index + 1}.xml`, 'presentationml.notesSlide', root, relationships)
}

/** Notes are text alone, in the look of their page: of a table each row is a line. */
function paragraphsOf(piece: Piece): Paragraph[] {
  if (piece.kind === 'text') {
    const { runs, hanging } = piece
    return [{ runs: runs.map(plain), ...(hanging && { hanging, indent: hanging.by }) }]
  }
  if (piece.kind !== 'table') return []
  return piece.rows.map(({ cells }) => ({
    runs: cells.flatMap(({ texts }, at) => [
      ...(at > 0 ? [{ text: ' · ' }] : []),
      ...texts.flatMap(({ runs }) => runs.map(plain)),
    ]),
  }))
}

function plain({ text, bold, italic, strike, underline, lang }: PaintedRun): Run {
  return {
    text,
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(strike && { strike }),
    ...(underline && { underline }),
    ...(lang !== undefined && { lang }),
  }
}

function place({ x, y, cx, cy }: typeof PICTURE): string {
  return xml('a:xfrm', {}, xml('a:off', { x, y }), xml('a:ext', { cx, cy })) + preset('rect')
}

function picture(where: string): string {
  const locks = '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
  return shape({ id: 2, name: 'Slide' }, where, { locks, place: '<p:ph type="sldImg"/>' })
}

function text(where: string, words: string): string {
  const body = xml('p:txBody', {}, '<a:bodyPr/><a:lstStyle/>', words)
  return shape({ id: 3, name: 'Notes' }, where, { locks: NO_GROUP, place: '<p:ph type="body" idx="1"/>', words: body })
}
