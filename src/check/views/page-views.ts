import { inlineStyle, paperStyle, storyStyle } from '../../outputs/assets.ts'
import { printStyle } from '../../outputs/extra-styles.ts'
import { renderHandout } from '../../outputs/handout/handout-output.ts'
import { contentWidth, type Paper } from '../../outputs/handout/page-rules.ts'
import { renderAlone } from '../../outputs/html-page.ts'
import { renderNotes } from '../../outputs/notes/notes-output.ts'
import { renderCell } from '../../outputs/share/share-output.ts'
import { audit, type Seen } from '../audit.ts'
import type { TextBlock } from '../sheet.ts'
import { type Audited, type Material, ofSlide } from './material.ts'

/** Wider than any paper; the page itself is as wide as its paper leaves. */
const WINDOW = { width: 900, height: 1200 }
const PREVIEW = { width: 1200, height: 630 }

/**
 * In px. 7 points are the smallest that a printer at home prints well; notes are read while speaking, in 9; previews are shown at
 * less than half their size, where 20 px are 9.
 */
const LEAST = { handout: (7 / 72) * 96, notes: 12, preview: 20 }

/** Every page of the handout. What leaves its page is refused there, too, but not told by name. */
export async function auditHandout({ story, root, paper, look }: Material): Promise<Audited> {
  const style = await printStyle(root, 'src/outputs/handout/handout.css', story.slides, paperStyle(story))
  const html = onPaper(renderHandout(story, style, paper).document.html, paper)
  const wanted = { sheets: '.sheet', owners: 'tbody', name: 'page', extent: 'least-height' } as const
  const found = await look({ html, wanted, windows: [WINDOW], media: 'print' })
  const slides = new Map(story.slides.map((slide) => [slide.id, slide]))
  return audited(found, 'pages of the handout', LEAST.handout, (index, owner) => ({
    ...ofSlide(slides.get(owner ?? '')),
    view: `handout, page ${index + 1}, ${paper}`,
  }))
}

/** The notes of every slide; the slide beside them is a small picture of what is measured as a slide. */
export async function auditNotes({ story, root, paper, look }: Material): Promise<Audited> {
  const style = await printStyle(root, 'src/outputs/notes/notes.css', story.slides, paperStyle(story))
  const html = onPaper(renderNotes(story, style, paper), paper)
  const wanted = { sheets: 'article', ignore: '.picture', name: 'page', extent: 'least-height' } as const
  const found = await look({ html, wanted, windows: [WINDOW], media: 'print' })
  return audited(found, 'notes', LEAST.notes, (index) => ({ ...ofSlide(story.slides[index]), view: `notes, ${paper}` }))
}

/** The words of every picture for link previews; its chart is one of the reading page's, and too small there to be read. */
export async function auditPictures({ story, root, look }: Material): Promise<Audited> {
  const { deck, slides, wide } = story
  const shown = [undefined, ...slides.filter(({ record }) => record)]
  const cells = shown.map((slide) => renderCell(story, { ...wide, states: [] }, slide))
  const html = renderAlone(deck, await inlineStyle(root, 'src/outputs/share/pictures.css', storyStyle(story)), cells.join('\n'))
  const wanted = { sheets: 'article', name: 'picture', extent: 'box' } as const
  const found = await look({ html, wanted, windows: [PREVIEW], media: 'screen' })
  return audited(found, 'link previews', LEAST.preview, (index) => ({ ...ofSlide(shown[index]), view: 'link preview' }))
}

function onPaper(html: string, paper: Paper): string {
  return html.replace('</style>', `body{width:${contentWidth(paper)}mm}</style>`)
}

type Found = Awaited<ReturnType<Material['look']>>
type WhereOf = (sheet: number, owner: TextBlock['owner']) => ReturnType<Seen['where']>

/** What is wrong with the sheets of the one window that was looked in, all of whose texts have one least size. */
function audited([findings]: Found, what: string, least: number, whereOf: WhereOf): Audited {
  const seen = (findings?.sheets ?? []).map((sheet, index) => ({
    sheet,
    least: { words: least, labels: least },
    where: ({ owner }: TextBlock) => whereOf(index, owner),
  }))
  return { counted: `${seen.length} ${what}`, diagnostics: audit(seen) }
}
