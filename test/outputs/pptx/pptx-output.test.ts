import { posix } from 'node:path'
import type { XmlElement } from '@rgrove/parse-xml'
import type { Element } from 'hast'
import { describe, expect, test } from 'vitest'
import type { Story } from '../../../src/story/story.ts'
import { elementsOf } from '../../../src/tree/elements-of.ts'
import { readTree } from '../../../src/tree/read-tree.ts'
import { spokenText } from '../../../src/tree/text-of.ts'
import { writeTree } from '../../../src/tree/write-tree.ts'
import { storyOf } from '../../story-of.ts'
import { makePptx, partsOf } from './make-pptx.ts'
import {
  all,
  type Files,
  nameOf,
  placeholders,
  readArchive,
  relationshipsOf,
  rootOf,
  shapesOf,
  slideAt,
  value,
  wordsOf,
} from './read-pptx.ts'

const [story, authored, files, other] = [await storyOf(), await storyOf('authored'), await partsOf(), await partsOf('authored')]

describe('the package', () => {
  test('every part is well-formed, has a content type, and leads to parts that are there', () => {
    for (const from of [files, other]) {
      const types = rootOf(from, '[Content_Types].xml')
      const named = new Set(all(types, 'Override').map((part) => value(part, 'PartName')))
      const endings = new Set(all(types, 'Default').map((part) => value(part, 'Extension')))
      for (const path of from.keys()) {
        expect(named.has(`/${path}`) || endings.has(path.slice(path.lastIndexOf('.') + 1)), path).toBe(true)
        if (/\.(?:xml|rels)$/.test(path)) expect(() => rootOf(from, path), path).not.toThrow()
        for (const way of relationshipsOf(from, path)) {
          const target = posix.join(posix.dirname(path), value(way, 'Target'))
          if (value(way, 'TargetMode') !== 'External') expect(from.has(target), `${path} → ${target}`).toBe(true)
        }
      }
      for (const part of named) expect(from.has(part.slice(1)), part).toBe(true)
    }
  })

  test('the same story gives the same bytes, in any time zone; its only date is the story’s', async () => {
    const zone = process.env.TZ
    try {
      process.env.TZ = 'Pacific/Auckland'
      const first = await makePptx(authored)
      process.env.TZ = 'America/Los_Angeles'
      expect(Buffer.compare(first, await makePptx(authored))).toBe(0)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
    const core = rootOf(files, 'docProps/core.xml')
    const dates = all(core, 'dcterms:created', 'dcterms:modified').map(({ text }) => text)
    expect(dates).toEqual(Array(2).fill(`${story.deck.date}T00:00:00Z`))
    expect(all(core, 'dc:title')[0]?.text).toBe(story.deck.title)
  })

  test('slides are 16:9, in the order of the deck, in a section for each act', () => {
    const presentation = rootOf(files, 'ppt/presentation.xml')
    const size = all(presentation, 'p:sldSz')[0]
    expect(Number(value(size, 'cx')) / Number(value(size, 'cy'))).toBeCloseTo(16 / 9, 6)
    const ids = all(presentation, 'p:sldId').map((slide) => value(slide, 'id'))
    // Five hidden slides follow with charts to edit: for the acts with several countries, and for all.
    const hidden = ids.map((_, index) => value(slideAt(files, index), 'show') === '0')
    expect(hidden).toEqual([...story.slides.map(() => false), true, true, true, true, true])
    const sections = all(presentation, 'p14:section')
    expect(sections.map((section) => value(section, 'name'))).toEqual(story.deck.acts.map(({ title }) => title))
    expect(sections.flatMap((section) => all(section, 'p14:sldId').map((slide) => value(slide, 'id')))).toEqual(ids)
    expect(new Set(sections.map((section) => value(section, 'id'))).size).toBe(sections.length)
  })
})

describe('what slides say', () => {
  test('each has its headline in the place for titles, and its number', () => {
    for (const { index, title } of story.slides) {
      expect(placeholders(slideAt(files, index), 'title').map(wordsOf)).toEqual([title])
      expect(placeholders(slideAt(files, index), 'sldNum').map(wordsOf)).toEqual([String(index + 1)])
    }
  })

  test('text stands in the places of its layout: kicker, text, facts, source', () => {
    const { index } = story.slides.find(({ id }) => id === 'libya') as Story['slides'][number]
    const slide = slideAt(files, index)
    const at = (place: string) => placeholders(slide, 'body', place).map(wordsOf)
    const { facts, figure } = story.deck.describe('libya')
    expect(at('1')[0]).toContain(`${figure.value} ${figure.caption}`)
    expect(facts.map((_, fact) => at(String(20 + fact))[0])).toEqual(facts.map(({ label, value }) => `${label} ${value}`))
    expect(at('11')).toEqual([story.deck.source])
    const way = relationshipsOf(files, `ppt/slides/slide${index + 1}.xml`).find((one) =>
      value(one, 'Type').endsWith('/slideLayout'),
    )
    const layout = rootOf(files, posix.join('ppt/slides', value(way, 'Target')))
    expect(value(all(layout, 'p:cSld')[0], 'name')).toBe('Record')
    const places = all(layout, 'p:ph').map((place) => value(place, 'idx'))
    for (const place of all(slide, 'p:ph')) expect(places).toContain(value(place, 'idx'))
  })

  test('the small map of a record is drawn beside the headline, which ends before it', () => {
    const libya = story.slides.find(({ id }) => id === 'libya') as Story['slides'][number]
    const [map] = elementsOf(libya.content, 'svg')
    const slide = slideAt(files, libya.index)
    const shapes = shapesOf(slide).filter((shape) => nameOf(shape) === 'Map')
    expect(shapes).toHaveLength(elementsOf(map as Element, 'path', 'circle').length)
    for (const shape of shapes) {
      const [off, ext] = [all(shape, 'a:off')[0], all(shape, 'a:ext').find((one) => value(one, 'cx') !== '')]
      const [x, y] = [value(off, 'x'), value(off, 'y')].map((at) => Number(at) / 9525) as [number, number]
      expect([x, y, x + Number(value(ext, 'cx')) / 9525 <= 1240.1, y + Number(value(ext, 'cy')) / 9525 <= 168.1]).toEqual([
        Math.max(x, 1040),
        Math.max(y, 56),
        true,
        true,
      ])
    }
    const [title] = placeholders(slide, 'title')
    expect(Number(value(all(title as XmlElement, 'a:bodyPr')[0], 'rIns')) / 9525).toBeGreaterThanOrEqual(224)
  })

  test('notes are those of the speaker', () => {
    for (const { index, notes } of story.slides)
      expect(placeholders(rootOf(files, `ppt/notesSlides/notesSlide${index + 1}.xml`), 'body').map(wordsOf)).toEqual([
        spokenText(notes),
      ])
  })

  test('notes and words beside pictures are kept, in whatever elements they stand', async () => {
    const index = authored.slides.findIndex(({ id }) => id === 'view')
    const view = authored.slides[index] as Story['slides'][number]
    const notes = readTree('<p>first</p><table><tr><th>City</th><td>Oslo</td></tr></table>')
    const content = readTree(writeTree(view.content).replace(/(<img[^>]*>)/, '$1<figcaption>by nobody</figcaption>'))
    const footnotes = readTree('<div class="footnotes"><ol><li><p>see below</p></li></ol></div>').children
    const slide = { ...view, notes, content: { ...content, children: [...content.children, ...footnotes] } }
    const made = readArchive(await makePptx({ ...authored, slides: authored.slides.with(index, slide) }))
    const said = placeholders(rootOf(made, `ppt/notesSlides/notesSlide${index + 1}.xml`), 'body').map(wordsOf)
    expect(said).toEqual(['first City · Oslo'])
    expect(wordsOf(slideAt(made, index))).toContain('by nobody')
    expect(placeholders(slideAt(made, index), 'body', '12').map(wordsOf)).toEqual(['see below'])
  })

  test('text says its language, also where it is not that of the deck', async () => {
    for (const run of all(slideAt(files, 3), 'a:rPr')) expect(value(run, 'lang')).toBe('en-US')
    const german = await partsOf('german')
    const langs = all(slideAt(german, 0), 'a:rPr').map((run) => value(run, 'lang'))
    expect(new Set(langs)).toEqual(new Set(['de-DE']))
  })

  test('where text runs from right to left, it is said so, and what stands beside each other changes sides', async () => {
    const rtl = readArchive(await makePptx({ ...authored, deck: { ...authored.deck, lang: 'he' } }))
    const paragraphs = all(slideAt(rtl, 0), 'a:pPr')
    expect(paragraphs.length).toBeGreaterThan(3)
    for (const paragraph of paragraphs) expect(value(paragraph, 'rtl')).toBe('1')
    const xOf = (from: Files) => Number(value(all(layoutNamed(from, 'Picture on the left'), 'a:off').at(-2), 'x'))
    expect(xOf(rtl)).not.toBe(xOf(other))
  })

  test('links lead to the web and to other slides', async () => {
    const sources = story.slides.find(({ id }) => id === 'sources') as Story['slides'][number]
    const ways = relationshipsOf(files, `ppt/slides/slide${sources.index + 1}.xml`).filter(
      (way) => value(way, 'TargetMode') === 'External',
    )
    expect(ways.map((way) => value(way, 'Target'))).toContain('https://oec.world/')
    const used = all(slideAt(files, sources.index), 'a:hlinkClick').map((link) => value(link, 'r:id'))
    expect(used).toEqual(expect.arrayContaining(ways.map((way) => value(way, 'Id'))))

    const link = {
      type: 'element' as const,
      tagName: 'a',
      properties: { href: '#alpha' },
      children: [{ type: 'text' as const, value: 'on' }],
    }
    const [first, ...rest] = authored.slides as [Story['slides'][number]]
    const linked = { ...first, content: { ...first.content, children: [...first.content.children, link] } }
    const made = readArchive(await makePptx({ ...authored, slides: [linked, ...rest] }))
    const jump = all(slideAt(made, 0), 'a:hlinkClick').find((one) => value(one, 'action') === 'ppaction://hlinksldjump')
    const way = relationshipsOf(made, 'ppt/slides/slide1.xml').find((one) => value(one, 'Id') === value(jump, 'r:id'))
    const alpha = authored.slides.find(({ id }) => id === 'alpha')?.index ?? -1
    expect(value(way, 'Target')).toBe(`slide${alpha + 1}.xml`)
  })

  test('tables are tables, with every cell', () => {
    const { index } = story.slides.find(({ id }) => id === 'figures') as Story['slides'][number]
    const rows = all(slideAt(files, index), 'a:tr').map((row) => all(row, 'a:tc').map(wordsOf))
    const names = rows.map(([, name]) => name)
    expect(names.filter((name) => name !== 'Country')).toEqual(
      story.deck.records.toSorted((a, b) => a.rank - b.rank).map(({ name }) => name),
    )
    const widths = all(slideAt(files, index), 'a:tbl').map((table) => all(table, 'a:gridCol').length)
    for (const row of rows) expect(widths).toContain(row.length)
  })
})

function layoutNamed(from: Files, name: string): XmlElement {
  const paths = [...from.keys()].filter((path) => /^ppt\/slideLayouts\/[^/]+$/.test(path))
  const found = paths.map((path) => rootOf(from, path)).find((layout) => value(all(layout, 'p:cSld')[0], 'name') === name)
  if (!found) throw new Error(`found no layout ${name}`)
  return found
}

describe('pictures, code and grounds', () => {
  test('a picture has its words; a drawing comes with a bitmap for older programs', () => {
    const index = authored.slides.find(({ id }) => id === 'left')?.index ?? -1
    const [picture] = all(slideAt(other, index), 'p:pic')
    expect(value(all(picture as XmlElement, 'p:cNvPr')[0], 'descr')).toBe('Hills under a sun')
    const ways = relationshipsOf(other, `ppt/slides/slide${index + 1}.xml`)
    const target = (id: string) =>
      value(
        ways.find((way) => value(way, 'Id') === id),
        'Target',
      )
    const bytesOf = (id: string) => other.get(posix.join('ppt/slides', target(id)))
    expect(bytesOf(value(all(picture as XmlElement, 'a:blip')[0], 'r:embed'))?.toString('latin1', 1, 4)).toBe('PNG')
    expect(bytesOf(value(all(picture as XmlElement, 'asvg:svgBlip')[0], 'r:embed'))?.toString()).toContain('<svg')
  })

  test('a dark slide has a layout of the dark master, whose paper is the dark place of its theme', () => {
    const index = authored.slides.find(({ id }) => id === 'steps')?.index ?? -1
    const way = relationshipsOf(other, `ppt/slides/slide${index + 1}.xml`).find((one) =>
      value(one, 'Type').endsWith('/slideLayout'),
    )
    const layout = posix.join('ppt/slides', value(way, 'Target'))
    expect(relationshipsOf(other, layout).map((one) => value(one, 'Target'))).toEqual(['../slideMasters/slideMaster2.xml'])
    const master = rootOf(other, 'ppt/slideMasters/slideMaster2.xml')
    expect(value(all(master, 'p:clrMap')[0], 'bg1')).toBe('dk1')
    const colours = (theme: number, place: string) =>
      value(all(all(rootOf(other, `ppt/theme/theme${theme}.xml`), place)[0] as XmlElement, 'a:srgbClr')[0], 'val')
    expect([colours(1, 'a:lt1'), colours(2, 'a:dk1')]).toEqual(['FAF8F3', '14171A'])
  })

  test('code keeps its lines and spaces', () => {
    const index = authored.slides.find(({ id }) => id === 'code')?.index ?? -1
    const code = shapesOf(slideAt(other, index)).filter((shape) => nameOf(shape) === 'Code')
    const lines = code.flatMap((shape) =>
      all(shape, 'a:p').map((line) =>
        all(line, 'a:t')
          .map(({ text }) => text)
          .join(''),
      ),
    )
    expect(lines).toContain('const zero = "none"')
    expect(lines).toContain('-    return 0')
  })

  test('a formula is one of Office’s own, and what was typed for programs that know none; both are one object', () => {
    const index = authored.slides.findIndex(({ content }) => elementsOf(content, 'math').length > 0)
    const [newer, older] = ['mc:Choice', 'mc:Fallback'].map((name) =>
      all(slideAt(other, index), name).filter((one) => all(one, 'p:cNvPr').length > 0),
    ) as [XmlElement[], XmlElement[]]
    const ids = (objects: XmlElement[]) => objects.flatMap((one) => all(one, 'p:cNvPr')).map((one) => value(one, 'id'))
    expect(newer.length).toBeGreaterThan(0)
    expect(ids(newer)).toEqual(ids(older))
    expect(newer.flatMap((one) => all(one, 'm:oMath')).length).toBe(
      elementsOf(authored.slides[index]?.content as never, 'math').length,
    )
    expect(older.map(wordsOf).join(' ')).toContain('\\frac')
    expect(older.flatMap((one) => all(one, 'm:oMath'))).toEqual([])
  })

  test('the deck’s own line stands in the place for footers', () => {
    expect(placeholders(slideAt(other, 1), 'ftr').map(wordsOf)).toEqual(['For those who test'])
    expect(placeholders(slideAt(other, 0), 'ftr')).toEqual([])
  })
})
