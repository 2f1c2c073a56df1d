import { directionOf } from '../../messages/messages.ts'
import { documentDate } from '../../pdf/dates.ts'
import { contentAt, viewsOf } from '../../story/steps.ts'
import type { Story } from '../../story/story.ts'
import type { Output } from '../output.ts'
import { chartSlides } from './chart-slides.ts'
import { checkParts } from './check-parts.ts'
import { grouped } from './groups.ts'
import { layOut } from './lay-out.ts'
import { layoutsFor } from './layouts.ts'
import { deckPictures, Media, type Medium } from './media.ts'
import { notesMaster, notesPart } from './notes-parts.ts'
import { type Part, writePackage } from './package.ts'
import type { Painted, PaintedSlide } from './painted.ts'
import { type Look, MASTERS, masterParts, presentationParts, propertyParts, ROOT_RELATIONSHIPS } from './presentation-parts.ts'
import { slidePart } from './slide-part.ts'
import { officeLanguage } from './text-body.ts'
import { coloursOn, themePart } from './theme.ts'
import { type Box, SLIDE } from './xml.ts'

const FILE = 'slides.pptx'

/** The talk as an editable file. Throws InputError when a word of a slide is not in it. */
export const pptx: Output = {
  async make(given, { printer, root }) {
    const story = inPages(given)
    const [pictures, painted] = await Promise.all([deckPictures(story, printer), layOut(story, root, printer)])
    const parts = pptxParts(story, painted, pictures)
    checkParts(parts, story)
    return [{ path: FILE, contents: writePackage(parts, ROOT_RELATIONSHIPS, documentDate(story.deck.date)) }]
  },
}

/** A slide for each page of a table that is shown in pages, with the same stage. */
function inPages({ slides, wide, ...story }: Story): Story {
  const views = viewsOf(slides)
  const at = <T>(all: readonly T[]) => views.map(({ slide }) => all[slide.index] as T)
  return {
    ...story,
    slides: views.map(({ slide, step }, index) => ({ ...slide, index, content: contentAt(slide.content, step, 'left out') })),
    wide: { ...wide, states: at(wide.states), ...(wide.moves && { moves: at(wide.moves) }) },
  }
}

/** All parts of the file. */
export function pptxParts(story: Story, painted: Painted, pictures: ReadonlyMap<string, Medium>): Part[] {
  const { deck, slides } = story
  const media = new Media()
  const look = lookOf(story, painted)
  const { layouts, language, rtl, colours } = look
  const context = { story, layouts, media, pictures, language, rtl, colours }
  const written = slides.flatMap((slide, index) => {
    const own = painted.slides[index] ?? { pieces: [], notes: [] }
    return [slidePart(slide, own, context), notesPart(slide, own, { language, rtl })]
  })
  const theme = MASTERS.length + 1
  const date = documentDate(deck.date)
  const charts = chartSlides(story, { layouts, language, rtl, date })
  return [
    ...presentationParts(story, { layouts, rtl, more: charts.length }),
    ...propertyParts(story, date),
    ...masterParts(look),
    notesMaster(theme, rtl),
    themePart(theme, `${look.name}, notes`, colours.light, 'light'),
    ...written,
    ...charts.flat(),
    ...media.parts,
  ]
}

function lookOf({ deck }: Story, { slides, mixes }: Painted): Look {
  const rtl = directionOf(deck.lang) === 'rtl'
  return {
    name: deck.title,
    layouts: layoutsFor({ facts: factBoxes(slides, rtl), hasFooter: deck.footer !== undefined || deck.logo !== undefined }),
    colours: {
      light: { ...coloursOn('light', deck.palette), ...mixes.light },
      dark: { ...coloursOn('dark', deck.palette), ...mixes.dark },
    },
    language: officeLanguage(deck.lang),
    rtl,
  }
}

/** Where the facts of the record with most of them stand, for text that runs from left to right. */
function factBoxes(slides: readonly PaintedSlide[], rtl: boolean): Box[] {
  const all = slides.map(({ pieces }) => grouped(pieces, rtl).filter(({ part }) => part.startsWith('fact')))
  const [most = []] = all.toSorted((a, b) => b.length - a.length)
  return most.map(({ box }) => (rtl ? { ...box, x: SLIDE.width - box.x - box.width } : box))
}
