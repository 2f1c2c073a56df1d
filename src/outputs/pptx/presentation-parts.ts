import { createHash } from 'node:crypto'
import type { Story } from '../../story/story.ts'
import type { Layout } from './layouts.ts'
import { MASTERS, masterId } from './masters.ts'
import { NOTES_PAGE } from './notes-parts.ts'
import { type Part, type Relationship, Relationships } from './package.ts'
import { levelStyle } from './placeholder.ts'
import { NAMESPACES } from './theme.ts'
import { emu, SLIDE } from './units.ts'
import { escapeXml, xml, xmlDocument } from './xml.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const PRESENTATION = `${OFFICE}.presentationml`

/** The part that binds slides, masters and sections together, and the settings that PowerPoint wants beside it. */
export function presentationParts({ deck, slides }: Story, layouts: readonly Layout[], rtl: boolean): Part[] {
  const relationships = new Relationships()
  const masters = MASTERS.map((ground, index) => {
    const id = relationships.to('slideMaster', `slideMasters/slideMaster${index + 1}.xml`)
    return xml('p:sldMasterId', { id: masterId(ground, layouts.length), 'r:id': id })
  })
  const ids = slides.map(({ index }) =>
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
    xml('p:extLst', {}, xml('p:ext', { uri: '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}' }, sectionList({ deck, slides }))),
  )
  return [
    {
      path: 'ppt/presentation.xml',
      type: `${PRESENTATION}.presentation.main+xml`,
      contents: xmlDocument(root),
      relationships: relationships.list,
    },
    setting('presProps', xml('p:presentationPr', NAMESPACES)),
    setting('viewProps', xml('p:viewPr', NAMESPACES)),
    setting(
      'tableStyles',
      xml('a:tblStyleLst', { 'xmlns:a': NAMESPACES['xmlns:a'], def: '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}' }),
    ),
  ]
}

function setting(name: string, root: string): Part {
  return { path: `ppt/${name}.xml`, type: `${PRESENTATION}.${name}+xml`, contents: xmlDocument(root) }
}

/** Slides have ids from 256 on. */
function slideId(index: number): number {
  return 256 + index
}

/** Each act is a section. */
function sectionList({ deck, slides }: Pick<Story, 'deck' | 'slides'>): string {
  const sections = deck.acts.flatMap(({ id, title }) => {
    const own = slides.filter(({ act }) => act.id === id).map(({ index }) => xml('p14:sldId', { id: slideId(index) }))
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
    { path: 'docProps/app.xml', type: `${OFFICE}.extended-properties+xml`, contents: xmlDocument(app) },
  ]
}

/** What the package itself names. */
export const ROOT_RELATIONSHIPS: readonly Relationship[] = [
  { id: 'rId1', type: 'officeDocument', target: 'ppt/presentation.xml' },
  { id: 'rId2', type: 'core-properties', target: 'docProps/core.xml' },
  { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
]
