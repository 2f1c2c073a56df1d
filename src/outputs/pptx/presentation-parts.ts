import { createHash } from 'node:crypto'
import type { Story } from '../../story/story.ts'
import { declaredSlot, type Layout, levelStyle, type Slot } from './layouts.ts'
import { NOTES_PAGE } from './notes-parts.ts'
import { type Part, type Relationship, Relationships, xmlPart } from './package.ts'
import { background, lineShape, MASTER_COLOURS, objectTree, themeFill } from './shapes.ts'
import { colourMap, type Ground, NAMESPACES, themePart } from './theme.ts'
import { emu, escapeXml, SLIDE, xml, xmlDocument } from './xml.ts'

/** What the file has beside the slides of the story. */
interface Beside {
  layouts: readonly Layout[]
  rtl: boolean
  /** How many slides follow those of the story, in the section of the last act. */
  more: number
}

/** The part that binds slides, masters and sections together, and the settings that PowerPoint wants beside it. */
export function presentationParts({ deck, slides }: Story, { layouts, rtl, more }: Beside): Part[] {
  const relationships = new Relationships()
  const masters = MASTERS.map((ground, index) => {
    const id = relationships.to('slideMaster', `slideMasters/slideMaster${index + 1}.xml`)
    return xml('p:sldMasterId', { id: masterId(ground, layouts.length), 'r:id': id })
  })
  const ids = Array.from({ length: slides.length + more }, (_, index) =>
    xml('p:sldId', { id: slideId(index), 'r:id': relationships.to('slide', `slides/slide${index + 1}.xml`) }),
  )
  const notes = xml('p:notesMasterId', { 'r:id': relationships.to('notesMaster', 'notesMasters/notesMaster1.xml') })
  for (const type of ['presProps', 'viewProps', 'tableStyles']) relationships.to(type, `${type}.xml`)
  relationships.to('theme', 'theme/theme1.xml')
  const root = xml(
    'p:presentation',
    { ...NAMESPACES, rtl: rtl ? 1 : undefined, saveSubsetFonts: 1 },
    xml('p:sldMasterIdLst', {}, ...masters),
    xml('p:notesMasterIdLst', {}, notes),
    xml('p:sldIdLst', {}, ...ids),
    xml('p:sldSz', { cx: emu(SLIDE.width), cy: emu(SLIDE.height) }),
    xml('p:notesSz', NOTES_PAGE),
    xml('p:defaultTextStyle', {}, levelStyle('a:lvl1pPr', { size: 24 }, rtl)),
    xml('p:extLst', {}, xml('p:ext', { uri: '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}' }, sectionList({ deck, slides }, more))),
  )
  return [
    xmlPart('ppt/presentation.xml', 'presentationml.presentation.main', root, relationships),
    setting('presProps', xml('p:presentationPr', NAMESPACES)),
    setting('viewProps', xml('p:viewPr', NAMESPACES)),
    setting(
      'tableStyles',
      xml('a:tblStyleLst', { 'xmlns:a': NAMESPACES['xmlns:a'], def: '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}' }),
    ),
  ]
}

function setting(name: string, root: string): Part {
  return xmlPart(`ppt/${name}.xml`, `presentationml.${name}`, root)
}

/** Slides have ids from 256 on. */
function slideId(index: number): number {
  return 256 + index
}

/** Each act is a section; `more` slides after those of the story belong to the last. */
function sectionList({ deck, slides }: Pick<Story, 'deck' | 'slides'>, more: number): string {
  const last = slides.at(-1)
  const sections = deck.acts.flatMap(({ id, title }) => {
    const told = slides.filter(({ act }) => act.id === id).map(({ index }) => index)
    const after = Array.from({ length: last?.act.id === id ? more : 0 }, (_, at) => slides.length + at)
    const own = [...told, ...after].map((index) => xml('p14:sldId', { id: slideId(index) }))
    return own.length === 0 ? [] : [xml('p14:section', { name: title, id: guid(`act ${id}`) }, xml('p14:sldIdLst', {}, ...own))]
  })
  return xml('p14:sectionLst', { 'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main' }, ...sections)
}

/** An id as Office writes them, which depends on the text alone. */
function guid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex').toUpperCase()
  return `{${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}}`
}

/** What a file says of itself; its only date is the story's. */
export function propertyParts({ deck }: Story, date: Date): Part[] {
  const time = date.toISOString().replace(/\.\d+Z$/, 'Z')
  const term = (name: string, text: string | undefined) => (text === undefined ? '' : `<${name}>${escapeXml(text)}</${name}>`)
  const stamp = (name: string) => xml(name, { 'xsi:type': 'dcterms:W3CDTF' }, time)
  const core = xml(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    term('dc:title', deck.title),
    term('dc:creator', deck.author),
    term('dc:description', deck.description),
    term('dc:language', deck.lang),
    stamp('dcterms:created'),
    stamp('dcterms:modified'),
  )
  const app = xml(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    term('Application', 'countdown-story'),
  )
  return [
    {
      path: 'docProps/core.xml',
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
      contents: xmlDocument(core),
    },
    xmlPart('docProps/app.xml', 'extended-properties', app),
  ]
}

/** What the package itself names. */
export const ROOT_RELATIONSHIPS: readonly Relationship[] = [
  { id: 'rId1', type: 'officeDocument', target: 'ppt/presentation.xml' },
  { id: 'rId2', type: 'core-properties', target: 'docProps/core.xml' },
  { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
]

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
function masterId(ground: Ground, layouts: number): number {
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
    themePart(index + 1, `${look.name}, ${ground}`, look.colours[ground], ground),
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
  const objects = slots.map((slot, index) => declaredSlot(slot, index + 2, promptOf(slot, look), rtl))
  const root = xml(
    'p:sldMaster',
    NAMESPACES,
    objectTree(objects, { ground: background(themeFill('bg1')) }),
    xml('p:clrMap', colourMap(ground)),
    xml('p:sldLayoutIdLst', {}, ...ids),
    textStyles(rtl),
  )
  return xmlPart(`ppt/slideMasters/slideMaster${number}.xml`, 'presentationml.slideMaster', root, relationships)
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
    objectTree([hairline(layout), ...slots], { name: layout.name }),
    MASTER_COLOURS,
  )
  const path = `ppt/slideLayouts/slideLayout${layoutNumber(look.layouts, layout.id, ground)}.xml`
  return xmlPart(path, 'presentationml.slideLayout', root, relationships)
}

function hairline({ line, slots }: Layout): string {
  if (line === undefined) return ''
  return lineShape({ id: slots.length + 2, name: 'Line', decorative: true }, { x: 40, y: line, width: 1200, height: 0 }, 'bg2')
}

function promptOf({ key, name }: Slot, { language }: Look): string {
  if (key === 'number') return slideNumberField('‹#›', language)
  return key === 'footer' ? '' : xml('a:r', {}, xml('a:rPr', { lang: language }), `<a:t>${escapeXml(name)}</a:t>`)
}
