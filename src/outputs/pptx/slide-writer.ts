import type { Slide, Story } from '../../story/story.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import type { Wording } from './groups.ts'
import { filledSlot, type Layout, type Slot, type SlotKey } from './layouts.ts'
import { inPlace, type Media, type Medium } from './media.ts'
import { Relationships } from './package.ts'
import type { PaintedPicture } from './painted.ts'
import { layoutNumber } from './presentation-parts.ts'
import { pictureShape } from './shapes.ts'
import { layoutOf, linkTo } from './slide-parts.ts'
import { type Paragraph, paragraphsXml, type TextContext } from './text-body.ts'
import { faceOf, type Ground, placeOf } from './theme.ts'
import { onSlide, SLIDE } from './xml.ts'

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
  /** By what they are for, as `#rrggbb`. */
  colours: Readonly<Record<Ground, Readonly<Record<string, string>>>>
}

/** What one slide is written with; counts its objects and its ways to other parts. */
export class SlideWriter {
  readonly slide: Slide
  readonly deck: DeckContext
  readonly relationships = new Relationships()
  readonly layout: Layout
  readonly text: TextContext
  readonly wording: Wording
  /** Colours of its ground by what they are for, as `#rrggbb`. */
  readonly colours: Readonly<Record<string, string>>
  #lastId = 1
  #charts = 0
  readonly #free: Slot[]

  constructor(slide: Slide, deck: DeckContext) {
    this.slide = slide
    this.deck = deck
    const [outermost] = slide.content.children
    const classes = outermost?.type === 'element' ? [outermost.properties.className ?? []].flat().map(String) : []
    this.layout = layoutOf(classes, slide, deck.layouts)
    this.#free = this.layout.slots.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0))
    const ground = classes.includes('dark') ? 'dark' : 'light'
    this.colours = deck.colours[ground]
    const formulas = elementsOf(slide.content, 'math')
    this.wording = {
      rtl: deck.rtl,
      placeOf: (colour) => placeOf(colour, this.colours),
      faceOf,
      formula: (number) => formulas[number],
    }
    this.text = {
      language: deck.language,
      rtl: deck.rtl,
      formulas: true,
      linkTo: (address) => linkTo(address, deck.story.slides, this.relationships),
    }
    this.relationships.to('slideLayout', `../slideLayouts/slideLayout${layoutNumber(deck.layouts, this.layout.id, ground)}.xml`)
    this.relationships.to('notesSlide', `../notesSlides/notesSlide${slide.index + 1}.xml`)
  }

  /** Fills a place of the layout; nothing where there is no such place. */
  fill(key: SlotKey, paragraphs: readonly Paragraph[]): string[] {
    const slot = this.take(key)
    return slot ? [filledSlot(slot, this.nextId(), paragraphsXml(paragraphs, this.text, slot.style))] : []
  }

  /** The place of a part in the layout, for the first who asks; running text has a second one where the layout has. */
  take(part: string): Slot | undefined {
    const at = this.#free.findIndex(({ key }) => key === part || (part === 'body' && key === 'second'))
    return at < 0 ? undefined : this.#free.splice(at, 1)[0]
  }

  /** An id that no other object of the slide has. */
  nextId(): number {
    return ++this.#lastId
  }

  /** The charts in the text, one after the other. */
  nextChart() {
    return this.slide.inlineStates?.[this.#charts++]
  }

  /** A picture of the slide. */
  picture(picture: PaintedPicture): string {
    const { src, alt } = picture
    const { box, cut } = inPlace(picture, this.sizeOf(src))
    const name = { id: this.nextId(), name: 'Picture', ...(alt === '' ? { decorative: true } : { description: alt }) }
    return pictureShape(name, onSlide(box), this.blip(src), cut)
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
}
