import type { Slide, Story } from '../../story/story.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { locatorOf } from '../slide-data.ts'
import { withStillMedia } from '../slide-media.ts'
import { freeOf } from './balance.ts'
import { type Block, blocksOf, classesOf, lineOf } from './blocks.ts'
import { balanced, type FlowContext, type Placed, placeBlocks } from './flow.ts'
import { factBoxes, filledSlot, type Layout, mirrored, type Slot, type SlotKey } from './layouts.ts'
import { LOCATOR, locatorShapes } from './locator-shapes.ts'
import { markShapes } from './mark-shapes.ts'
import { backgroundOf, centred, cutTo, type Media, type Medium } from './media.ts'
import { type Part, Relationships } from './package.ts'
import { layoutNumber, slideNumberField, TREE_HEAD } from './presentation-parts.ts'
import { lineShape, pictureShape } from './shapes.ts'
import { layoutOf, linkTo, type PlacedPart, type SlidePart, slidePartsOf, styledFor, transitionInto } from './slide-parts.ts'
import { captionOf, tableFrame } from './table.ts'
import { type Look, type Paragraph, paperSheet, paragraphsXml, type TextContext, textBox } from './text-body.ts'
import { type Ground, NAMESPACES } from './theme.ts'
import { type Box, SLIDE, xml, xmlDocument } from './xml.ts'

/** What all slides of a file share. */
export interface DeckContext {
  story: Story
  layouts: readonly Layout[]
  media: Media
  /** Pictures by the address that slides and marks have for them. */
  pictures: ReadonlyMap<string, Medium>
  /** As Office names it. */
  language: string
  rtl: boolean
  /** Grounds of slides that are neither light nor dark, as `RRGGBB`. */
  tint: string
}

/** Writes the part of one slide. */
export function slidePart(slide: Slide, deck: DeckContext): Part {
  return new SlideWriter(slide, deck).part()
}

/** Writes one slide; counts its objects and its ways to other parts. */
class SlideWriter {
  readonly #slide: Slide
  readonly #deck: DeckContext
  readonly #relationships = new Relationships()
  readonly #layout: Layout
  readonly #ground: Ground
  readonly #classes: readonly string[]
  readonly #text: TextContext
  #lastId = 1

  constructor(slide: Slide, deck: DeckContext) {
    this.#slide = slide
    this.#deck = deck
    const [outermost] = slide.content.children
    this.#classes = outermost?.type === 'element' ? classesOf(outermost) : []
    this.#layout = layoutOf(this.#classes, slide, deck.layouts)
    this.#ground = this.#classes.includes('dark') ? 'dark' : 'light'
    this.#text = {
      language: deck.language,
      rtl: deck.rtl,
      linkTo: (address) => linkTo(address, deck.story.slides, this.#relationships),
    }
    this.#relationships.to(
      'slideLayout',
      `../slideLayouts/slideLayout${layoutNumber(deck.layouts, this.#layout.id, this.#ground)}.xml`,
    )
    this.#relationships.to('notesSlide', `../notesSlides/notesSlide${slide.index + 1}.xml`)
  }

  part(): Part {
    const parts = slidePartsOf(withStillMedia(this.#slide.content), this.#slide.title)
    // What is said of the chart is read after the text beside it, as everywhere; without such a text, after the headline.
    const before = parts.some(({ key }) => key === 'body') ? 'body' : 'title'
    const objects = parts.flatMap((part) => [...this.#write(part), ...(part.key === before ? this.#stage() : [])])
    const tree = xml('p:spTree', {}, TREE_HEAD, ...objects, this.#number())
    const contents = xml(
      'p:sld',
      NAMESPACES,
      xml('p:cSld', {}, backgroundOf(this.#slide.content, this.#classes, this.#deck, this.#relationships), tree),
      '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>',
      transitionInto(this.#slide.index, this.#deck.story.wide.states),
    )
    return {
      path: `ppt/slides/slide${this.#slide.index + 1}.xml`,
      type: 'application/vnd.openxmlformats-officedocument.presentationml.slide+xml',
      contents: xmlDocument(contents),
      relationships: this.#relationships.list,
    }
  }

  #write(part: SlidePart): string[] {
    if (part.key === 'body') return this.#body(part.blocks)
    if (part.key === 'picture') return this.#picture(blocksOf(part.children))
    if (part.key === 'footer') return this.#footer(part)
    if (part.key === 'footnotes') return this.#footnotes(blocksOf(part.children))
    if (part.key.startsWith('fact')) return this.#fact(part)
    if (part.key === 'title') return this.#title(part)
    return this.#fill(part.key, [{ runs: lineOf(part.children) }])
  }

  /** Its lines are of equal length, and end before the small map. */
  #title({ children }: PlacedPart): string[] {
    const slot = this.#slot('title')
    const size = this.#classesIn().has('long') ? (this.#layout.id === 'section' ? 46 : 32) : undefined
    const map = locatorOf(this.#slide) ? LOCATOR.width + 24 : 0
    const runs = lineOf(children, size === undefined ? {} : { size })
    const text = runs.map((run) => run.text).join('')
    const free = slot ? map + freeOf(text, size ?? slot.style.size, slot.box.width - map) : 0
    return [...this.#fill('title', [{ runs }], undefined, free), ...this.#map()]
  }

  #map(): string[] {
    const map = locatorOf(this.#slide)
    return map ? locatorShapes(map, this.#deck.rtl, () => ({ id: this.#nextId(), name: 'Map', decorative: true })) : []
  }

  /** Fills a place of the layout; nothing where there is nothing to say, or no such place. */
  #fill(key: SlotKey, paragraphs: readonly Paragraph[], box?: Box, free = 0): string[] {
    const slot = this.#slot(key)
    if (!slot || paragraphs.every(({ runs }) => runs.length === 0)) return []
    return [
      filledSlot(slot, { id: this.#nextId(), name: slot.name }, paragraphsXml(paragraphs, this.#text, slot.style), box, free),
    ]
  }

  #slot(key: SlotKey): Slot | undefined {
    return this.#layout.slots.find((slot) => slot.key === key)
  }

  #nextId(): number {
    return ++this.#lastId
  }

  #stage(): string[] {
    const state = this.#deck.story.wide.states[this.#slide.index]
    if (!state) return []
    return markShapes(state, {
      nextId: () => this.#nextId(),
      language: this.#deck.language,
      blipOf: (href) => this.#blip(href),
      sizeOf: (href) => this.#sizeOf(href),
    })
  }

  #body(blocks: readonly Block[]): string[] {
    const slot = this.#slot('body')
    if (!slot || blocks.length === 0) return []
    const context = this.#flow(slot)
    const styled = styledFor(this.#layout.id, blocks)
    const columns = this.#columns(styled, slot, context)
    const placed = columns.flatMap(({ blocks, slot }) =>
      placeBlocks(blocks, this.#boxOf(slot), context).map((part, index, all) => ({
        part,
        slot,
        isAlone: index === 0 && all.length === 1,
      })),
    )
    const free = new Set<SlotKey>(['body', 'second'])
    const rule = this.#classes.includes('slide-compare')
      ? [lineShape(this.#decoration(), { x: 640, y: 188, width: 0, height: 400 }, 'accent2')]
      : []
    return [...placed.flatMap(({ part, slot, isAlone }) => this.#placed(part, slot, isAlone, free)), ...rule]
  }

  #decoration() {
    return { id: this.#nextId(), name: 'Line', decorative: true }
  }

  /** Running text stands in two columns where the layout has them. */
  #columns(blocks: readonly Block[], slot: Slot, context: FlowContext): { blocks: readonly Block[]; slot: Slot }[] {
    const second = this.#slot('second')
    if (!second) return [{ blocks, slot }]
    if (blocks.some(({ kind }) => kind === 'columns')) return [{ blocks, slot: { ...slot, box: { ...slot.box, width: 1200 } } }]
    const [left, right] = balanced(blocks, slot.box.width, context)
    return [
      { blocks: left, slot },
      { blocks: right, slot: second },
    ]
  }

  #flow(slot: Slot): FlowContext {
    const isBesideFigure = this.#layout.id === 'record'
    return {
      size: slot.style.size,
      container: [...this.#classesIn()],
      mostHeight: isBesideFigure ? 190 : this.#layout.id === 'statement' ? 320 : 480,
      sizeOf: (src) => this.#sizeOf(src),
    }
  }

  #placed(part: Placed, slot: Slot, isAlone: boolean, free: Set<SlotKey>): string[] {
    if (part.kind === 'table') {
      const description = captionOf(part.table)
      const name = { id: this.#nextId(), name: 'Table', ...(description !== undefined && { description }) }
      return [tableFrame(part.layout, name, part.box, this.#text)]
    }
    if (part.kind === 'picture') return [this.#pictureAt(part.src, part.alt, part.box)]
    const key = [slot.key, 'second' as const].find((one) => free.has(one) && this.#slot(one) !== undefined)
    if (key === undefined || part.isCode) return [textBox(this.#nextId(), part.paragraphs, part.box, this.#text, part.isCode)]
    free.delete(key)
    return this.#fill(
      key,
      part.paragraphs,
      isAlone && key === slot.key && slot.box.width === this.#slot(key)?.box.width ? undefined : part.box,
    )
  }

  /** A picture in its own place: whole beside a text, cut to its place from edge to edge. Words with it stand at its foot. */
  #picture(blocks: readonly Block[]): string[] {
    const slot = this.#slot('picture')
    const box = slot ? this.#boxOf(slot) : { x: 672, y: 184, width: 568, height: 488 }
    const isWhole = this.#layout.id !== 'picture'
    const pictures = blocks.flatMap((block) => (block.kind === 'picture' ? [block] : []))
    const shapes = pictures.map(({ src, alt }) => {
      const size = this.#sizeOf(src)
      return isWhole ? this.#pictureAt(src, alt, centred(size, box)) : this.#pictureAt(src, alt, box, cutTo(size, box))
    })
    const words = blocks.flatMap((block) => (block.kind === 'text' ? [block.paragraph] : []))
    const foot = { ...box, y: box.y + box.height - 44, height: 40 }
    const caption = words.length > 0 ? [textBox(this.#nextId(), words, foot, this.#text)] : []
    return [...shapes, ...caption, ...(isWhole ? [] : [paperSheet(this.#nextId())])]
  }

  #pictureAt(src: string, alt: string, box: Box, cut = {}): string {
    const name = { id: this.#nextId(), name: 'Picture', ...(alt === '' ? { decorative: true } : { description: alt }) }
    return pictureShape(name, box, this.#blip(src), cut)
  }

  #blip(src: string): string {
    const medium = this.#deck.pictures.get(src)
    if (!medium) throw new Error(`slide ${this.#slide.id}: found no picture ${src.slice(0, 60)}, expected one of the story`)
    return this.#deck.media.blip(medium, this.#relationships)
  }

  #sizeOf(src: string) {
    return this.#deck.pictures.get(src) ?? SLIDE
  }

  /** The deck's own line and its sign, at the end of the row. */
  #footer({ children }: PlacedPart): string[] {
    const pictures = blocksOf(children).flatMap((block) => (block.kind === 'picture' ? [block] : []))
    let end = 1240
    const signs = pictures.map(({ src, alt }) => {
      const { width, height } = this.#sizeOf(src)
      const scale = Math.min(24 / height, 160 / width)
      end -= width * scale
      const box = { x: this.#deck.rtl ? 1280 - end - width * scale : end, y: 690, width: width * scale, height: height * scale }
      end -= 16
      return this.#pictureAt(src, alt, box)
    })
    const line = { x: this.#deck.rtl ? 1280 - end : 930, y: 690, width: end - 930, height: 24 }
    return [...this.#fill('footer', [{ runs: lineOf(children) }], signs.length > 0 ? line : undefined), ...signs]
  }

  /** Last on the slide, from below. */
  #footnotes(blocks: readonly Block[]): string[] {
    const slot = this.#slot('footnotes') ?? this.#slot('body')
    if (!slot) return []
    const small = { ...this.#flow(slot), size: 16 }
    const box = this.#boxOf(slot)
    const lines = blocks.map((block) =>
      block.kind === 'text' ? { ...block, paragraph: { ...block.paragraph, after: 0 } } : block,
    )
    const height = placeBlocks(lines, box, small).reduce((sum, part) => sum + part.box.height, 0)
    const paragraphs = lines.flatMap((block) => (block.kind === 'text' ? [block.paragraph] : []))
    return this.#fill('footnotes', paragraphs, { ...box, y: box.y + box.height - height - 4, height: height + 4 })
  }

  #fact({ key, children }: PlacedPart): string[] {
    const count = elementsOf(this.#slide.content).filter((element) => classesOf(element).includes('fact')).length
    const most = this.#layout.slots.filter((slot) => slot.key.startsWith('fact')).length
    const slot = this.#slot(key)
    const own = factBoxes(count)[Number(key.slice('fact'.length))]
    const box = slot && own && count !== most ? this.#boxOf({ ...slot, box: own }) : undefined
    const paragraphs = children.flatMap((child) => {
      if (child.type !== 'element') return []
      const look: Look =
        child.tagName === 'dt' ? { size: 20, colour: 'tx2' } : classesOf(child).includes('missing') ? { colour: 'tx2' } : {}
      return [{ runs: lineOf(child.children, look), line: child.tagName === 'dt' ? 22 : 28 }]
    })
    return this.#fill(key, paragraphs, box)
  }

  #number(): string {
    const slot = this.#slot('number')
    const words = xml('a:p', {}, slideNumberField(String(this.#slide.index + 1), this.#deck.language))
    return slot ? filledSlot(slot, { id: this.#nextId(), name: slot.name }, words) : ''
  }

  #boxOf(slot: Slot): Box {
    return this.#deck.rtl ? mirrored(slot) : slot.box
  }

  /** All classes on the slide. */
  #classesIn(): ReadonlySet<string> {
    return new Set(elementsOf(this.#slide.content).flatMap(classesOf))
  }
}
