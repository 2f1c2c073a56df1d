import { rgb } from 'd3-color'
import { directionOf } from '../../messages/messages.ts'
import { documentDate } from '../../pdf/dates.ts'
import type { Story } from '../../story/story.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import type { Output } from '../output.ts'
import { classesOf } from './blocks.ts'
import { chartSlides } from './chart-slides.ts'
import { checkParts } from './check-parts.ts'
import { layoutsFor } from './layouts.ts'
import { deckPictures, Media, type Medium } from './media.ts'
import { notesMaster, notesPart } from './notes-parts.ts'
import { type Part, writePackage } from './package.ts'
import { type Look, MASTERS, masterParts, presentationParts, propertyParts, ROOT_RELATIONSHIPS } from './presentation-parts.ts'
import { slidePart } from './slide-part.ts'
import { officeLanguage } from './text-body.ts'
import { coloursOn, themePart } from './theme.ts'

const FILE = 'slides.pptx'

/** The talk as an editable file. Throws InputError when a word of a slide is not in it. */
export const pptx: Output = {
  async make(story, { printer }) {
    const parts = pptxParts(story, await deckPictures(story, printer))
    checkParts(parts, story)
    return [{ path: FILE, contents: writePackage(parts, ROOT_RELATIONSHIPS, documentDate(story.deck.date)) }]
  },
}

/** All parts of the file. */
export function pptxParts(story: Story, pictures: ReadonlyMap<string, Medium>): Part[] {
  const { deck, slides } = story
  const media = new Media()
  const look = lookOf(story)
  const { layouts, language, rtl, colours } = look
  const context = { story, layouts, media, pictures, language, rtl, tint: tinted(colours.light) }
  const written = slides.flatMap((slide) => [slidePart(slide, context), notesPart(slide, { language, rtl })])
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

function lookOf({ deck, slides }: Story): Look {
  const factsOn = ({ content }: Story['slides'][number]) =>
    elementsOf(content).filter((one) => classesOf(one).includes('fact')).length
  const facts = Math.max(0, ...slides.map(factsOn))
  return {
    name: deck.title,
    layouts: layoutsFor({ facts, hasFooter: deck.footer !== undefined || deck.logo !== undefined }),
    colours: { light: coloursOn('light', deck.palette), dark: coloursOn('dark', deck.palette) },
    language: officeLanguage(deck.lang),
    rtl: directionOf(deck.lang) === 'rtl',
  }
}

/** Paper with a little of the signal colour in it, as the style sheet mixes it. */
function tinted({ paper = '', signal = '' }: Readonly<Record<string, string>>): string {
  const [ground, tint] = [rgb(paper), rgb(signal)]
  const mixed = (channel: 'r' | 'g' | 'b') => Math.round(ground[channel] * 0.91 + tint[channel] * 0.09)
  return [mixed('r'), mixed('g'), mixed('b')].map((value) => value.toString(16).padStart(2, '0').toUpperCase()).join('')
}
