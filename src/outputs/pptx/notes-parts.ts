import type { Slide } from '../../story/story.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { type Block, blocksOf, lineOf } from './blocks.ts'
import { levelStyle } from './layouts.ts'
import { type Part, Relationships } from './package.ts'
import { TREE_HEAD } from './presentation-parts.ts'
import { objectName, preset } from './shapes.ts'
import { type Paragraph, paragraphsXml, type TextContext } from './text-body.ts'
import { colourMap, NAMESPACES } from './theme.ts'
import { xml, xmlDocument } from './xml.ts'

const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml'

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
  const tree = xml('p:spTree', {}, TREE_HEAD, picture(place(PICTURE)), text(place(TEXT), xml('a:p')))
  const root = xml(
    'p:notesMaster',
    NAMESPACES,
    xml(
      'p:cSld',
      {},
      xml('p:bg', {}, xml('p:bgPr', {}, xml('a:solidFill', {}, xml('a:schemeClr', { val: 'bg1' })), xml('a:effectLst'))),
      tree,
    ),
    xml('p:clrMap', colourMap('light')),
    xml('p:notesStyle', {}, levelStyle('a:lvl1pPr', { size: 16, after: 6 }, rtl)),
  )
  return {
    path: 'ppt/notesMasters/notesMaster1.xml',
    type: `${PRESENTATION}.notesMaster+xml`,
    contents: xmlDocument(root),
    relationships: relationships.list,
  }
}

/** The notes of one slide. Links in notes are words: whoever speaks does not follow them. */
export function notesPart({ index, notes }: Slide, context: Omit<TextContext, 'linkTo'>): Part {
  const relationships = new Relationships()
  relationships.to('notesMaster', '../notesMasters/notesMaster1.xml')
  relationships.to('slide', `../slides/slide${index + 1}.xml`)
  const words = paragraphsXml(notesOf(notes), { ...context, linkTo: () => undefined }, { size: 16 })
  const tree = xml('p:spTree', {}, TREE_HEAD, picture(''), text('', words))
  const root = xml('p:notes', NAMESPACES, xml('p:cSld', {}, tree), '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>')
  return {
    path: `ppt/notesSlides/notesSlide${index + 1}.xml`,
    type: `${PRESENTATION}.notesSlide+xml`,
    contents: xmlDocument(root),
    relationships: relationships.list,
  }
}

function notesOf({ children }: Slide['notes']): Paragraph[] {
  return blocksOf(children).flatMap(paragraphsOf)
}

/** Notes are text alone: of a table each row is a line. */
function paragraphsOf(block: Block): Paragraph[] {
  if (block.kind === 'text') return [block.paragraph]
  if (block.kind === 'columns') return block.columns.flat().flatMap(paragraphsOf)
  if (block.kind === 'picture') return []
  return elementsOf(block.table, 'tr').map((row) => ({
    runs: elementsOf(row, 'th', 'td').flatMap((cell, at) => [...(at > 0 ? [{ text: ' · ' }] : []), ...lineOf(cell.children)]),
  }))
}

function place({ x, y, cx, cy }: typeof PICTURE): string {
  return xml('a:xfrm', {}, xml('a:off', { x, y }), xml('a:ext', { cx, cy })) + preset('rect')
}

function picture(where: string): string {
  const locks = '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
  const about = xml(
    'p:nvSpPr',
    {},
    objectName({ id: 2, name: 'Slide' }),
    xml('p:cNvSpPr', {}, locks),
    '<p:nvPr><p:ph type="sldImg"/></p:nvPr>',
  )
  return xml('p:sp', {}, about, xml('p:spPr', {}, where))
}

function text(where: string, words: string): string {
  const about = xml(
    'p:nvSpPr',
    {},
    objectName({ id: 3, name: 'Notes' }),
    '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
    '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr>',
  )
  return xml('p:sp', {}, about, xml('p:spPr', {}, where), xml('p:txBody', {}, '<a:bodyPr/><a:lstStyle/>', words))
}
