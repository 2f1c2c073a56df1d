import type { Slide, Story } from '../../story/story.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { classesOf } from './blocks.ts'
import { filledSlot, type Layout, mirrored, type Slot, type SlotKey } from './layouts.ts'
import type { Media, Medium } from './media.ts'
import { Relationships } from './package.ts'
import { layoutNumber } from './presentation-parts.ts'
import { pictureShape } from './shapes.ts'
import { layoutOf, linkTo } from './slide-parts.ts'
import { type Paragraph, paragraphsXml, type TextContext } from './text-body.ts'
import type { Ground } from './theme.ts'
import { type Box, SLIDE } from './xml.ts'

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

/** What one slide is written with; counts its objects and its ways to other parts. */
export class SlideWriter {
  readonly slide: Slide
  readonly deck: DeckContext
  readonly relationships = new Relationships()
  readonly layout: Layout
  readonly ground: Ground
  readonly classes: readonly string[]
  readonly text: TextContext
  #lastId = 1

  constructor(slide: Slide, deck: DeckContext) {
    this.slide = slide
    this.deck = deck
    const [outermost] = slide.content.children
    this.classes = outermost?.type === 'element' ? classesOf(outermost) : []
    this.layout = layoutOf(this.classes, slide, deck.layouts)
    this.ground = this.classes.includes('dark') ? 'dark' : 'light'
    this.text = {
      language: deck.language,
      rtl: deck.rtl,
      formulas: true,
      linkTo: (address) => linkTo(address, deck.story.slides, this.relationships),
    }
    this.relationships.to(
      'slideLayout',
      `../slideLayouts/slideLayout${layoutNumber(deck.layouts, this.layout.id, this.ground)}.xml`,
    )
    this.relationships.to('notesSlide', `../notesSlides/notesSlide${slide.index + 1}.xml`)
  }

  /** Fills a place of the layout; nothing where there is nothing to say, or no such place. */
  fill(key: SlotKey, paragraphs: readonly Paragraph[], box?: Box, free = 0): string[] {
    const slot = this.slot(key)
    if (!slot || paragraphs.every(({ runs }) => runs.length === 0)) return []
    return [filledSlot(slot, this.nextId(), paragraphsXml(paragraphs, this.text, slot.style), box, free)]
  }

  /** The place of a part in the layout. */
  slot(key: SlotKey): Slot | undefined {
    return this.layout.slots.find((slot) => slot.key === key)
  }

  /** An id that no other object of the slide has. */
  nextId(): number {
    return ++this.#lastId
  }

  /** A picture of the package. */
  pictureAt(src: string, alt: string, box: Box, cut = {}): string {
    const name = { id: this.nextId(), name: 'Picture', ...(alt === '' ? { decorative: true } : { description: alt }) }
    return pictureShape(name, box, this.blip(src), cut)
  }

  /** What the slide refers to a picture by. Throws for one that is not of the story. */
  blip(src: string): string {
    const medium = this.deck.pictures.get(src)
    if (!medium) throw new Error(`slide ${this.slide.id}: found no picture ${src.slice(0, 60)}, expected one of the story`)
    return this.deck.media.blip(medium, this.relationships)
  }

  /** Size of a picture in px. */
  sizeOf(src: string) {
    return this.deck.pictures.get(src) ?? SLIDE
  }

  /** Where a place is, whichever way text runs. */
  boxOf(slot: Slot): Box {
    return this.deck.rtl ? mirrored(slot) : slot.box
  }

  /** All classes on the slide. */
  classesIn(): ReadonlySet<string> {
    return new Set(elementsOf(this.slide.content).flatMap(classesOf))
  }
}
