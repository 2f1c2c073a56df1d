import type { Layout, Slot } from './layouts.ts'
import type { Part } from './package.ts'
import { Relationships } from './package.ts'
import { declaredSlot, levelStyle } from './placeholder.ts'
import { lineShape } from './shapes.ts'
import { colourMap, type Ground, NAMESPACES, themePart } from './theme.ts'
import { escapeXml, xml, xmlDocument } from './xml.ts'

const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml'
const THEME = 'application/vnd.openxmlformats-officedocument.theme+xml'

/** What a tree of objects begins with. */
export const TREE_HEAD =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'

/** The field that shows the number of a slide. */
export function slideNumberField(text: string, language: string): string {
  const look = xml('a:rPr', { lang: language })
  return xml('a:fld', { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' }, look, `<a:t>${escapeXml(text)}</a:t>`)
}

/** The number of a master and of its theme, from 1; dark slides have one of their own. */
export const MASTERS: readonly Ground[] = ['light', 'dark']

/** The number of a layout's part, from 1. */
export function layoutNumber(layouts: readonly Layout[], id: string, ground: Ground): number {
  return MASTERS.indexOf(ground) * layouts.length + layouts.findIndex((layout) => layout.id === id) + 1
}

/** Ids of masters and layouts, of which none may be given twice. */
export function masterId(ground: Ground, layouts: number): number {
  return 2_147_483_648 + MASTERS.indexOf(ground) * (layouts + 1)
}

/** What the parts of masters are made from. */
export interface Look {
  /** Name of the theme. */
  name: string
  layouts: readonly Layout[]
  colours: Readonly<Record<Ground, Readonly<Record<string, string>>>>
  language: string
  rtl: boolean
}

/** The masters, one on light and one on dark paper, each with its theme and all layouts. */
export function masterParts(look: Look): Part[] {
  return MASTERS.flatMap((ground, index) => [
    {
      path: `ppt/theme/theme${index + 1}.xml`,
      type: THEME,
      contents: themePart(`${look.name}, ${ground}`, look.colours[ground], ground),
    },
    masterPart(look, ground, index + 1),
    ...look.layouts.map((layout) => layoutPart(look, layout, ground, index + 1)),
  ])
}

function masterPart(look: Look, ground: Ground, number: number): Part {
  const relationships = new Relationships()
  const { layouts, rtl } = look
  const first = masterId(ground, layouts.length)
  const ids = layouts.map(({ id }, index) => {
    const target = `../slideLayouts/slideLayout${layoutNumber(layouts, id, ground)}.xml`
    return xml('p:sldLayoutId', { id: first + index + 1, 'r:id': relationships.to('slideLayout', target) })
  })
  relationships.to('theme', `../theme/theme${number}.xml`)
  const full = layouts.find(({ id }) => id === 'full')?.slots ?? []
  const slots = full.filter(({ key }) => ['title', 'body', 'number', 'footer'].includes(key))
  const background = xml(
    'p:bg',
    {},
    xml('p:bgPr', {}, xml('a:solidFill', {}, xml('a:schemeClr', { val: 'bg1' })), xml('a:effectLst')),
  )
  const tree = xml(
    'p:spTree',
    {},
    TREE_HEAD,
    ...slots.map((slot, index) => declaredSlot(slot, index + 2, promptOf(slot, look), rtl)),
  )
  const root = xml(
    'p:sldMaster',
    NAMESPACES,
    xml('p:cSld', {}, background, tree),
    xml('p:clrMap', colourMap(ground)),
    xml('p:sldLayoutIdLst', {}, ...ids),
    textStyles(rtl),
  )
  return {
    path: `ppt/slideMasters/slideMaster${number}.xml`,
    type: `${PRESENTATION}.slideMaster+xml`,
    contents: xmlDocument(root),
    relationships: relationships.list,
  }
}

function textStyles(rtl: boolean): string {
  const body = { size: 24, after: 14 }
  const levels = [1, 2, 3, 4, 5].map((level) => levelStyle(`a:lvl${level}pPr`, body, rtl))
  return xml(
    'p:txStyles',
    {},
    xml('p:titleStyle', {}, levelStyle('a:lvl1pPr', { size: 46, bold: true, major: true }, rtl)),
    xml('p:bodyStyle', {}, ...levels),
    xml('p:otherStyle', {}, levelStyle('a:lvl1pPr', { size: 24 }, rtl)),
  )
}

function layoutPart(look: Look, layout: Layout, ground: Ground, master: number): Part {
  const relationships = new Relationships()
  relationships.to('slideMaster', `../slideMasters/slideMaster${master}.xml`)
  const slots = layout.slots.map((slot, index) => declaredSlot(slot, index + 2, promptOf(slot, look), look.rtl))
  const root = xml(
    'p:sldLayout',
    { ...NAMESPACES, preserve: 1, userDrawn: 1 },
    xml('p:cSld', { name: layout.name }, xml('p:spTree', {}, TREE_HEAD, hairline(layout), ...slots)),
    '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>',
  )
  return {
    path: `ppt/slideLayouts/slideLayout${layoutNumber(look.layouts, layout.id, ground)}.xml`,
    type: `${PRESENTATION}.slideLayout+xml`,
    contents: xmlDocument(root),
    relationships: relationships.list,
  }
}

function hairline({ line, slots }: Layout): string {
  if (line === undefined) return ''
  return lineShape({ id: slots.length + 2, name: 'Line', decorative: true }, { x: 40, y: line, width: 1200, height: 0 }, 'bg2')
}

function promptOf({ key, name }: Slot, { language }: Look): string {
  if (key === 'number') return slideNumberField('‹#›', language)
  return key === 'footer' ? '' : xml('a:r', {}, xml('a:rPr', { lang: language }), `<a:t>${escapeXml(name)}</a:t>`)
}
