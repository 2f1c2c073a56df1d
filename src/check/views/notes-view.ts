import { paperStyle } from '../../outputs/assets.ts'
import { printStyle } from '../../outputs/extra-styles.ts'
import { contentWidth } from '../../outputs/handout/page-rules.ts'
import { renderNotes } from '../../outputs/notes/notes-output.ts'
import { audit } from '../audit.ts'
import { type Audited, type Material, ofSlide } from './material.ts'

const WINDOW = { width: 900, height: 1200 }

/** 9 points: notes are read while speaking. */
const LEAST = { words: 12, labels: 12 }

/** The notes of every slide; the slide beside them is a small picture of what is measured as a slide. */
export async function auditNotes({ story, root, paper, look }: Material): Promise<Audited> {
  const style = await printStyle(root, 'src/outputs/notes/notes.css', story.slides, paperStyle(story))
  const page = renderNotes(story, style, paper)
  const html = page.replace('</style>', `body{width:${contentWidth(paper)}mm}</style>`)
  const wanted = { sheets: 'article', ignore: '.picture', name: 'page', extent: 'least-height' } as const
  const [findings] = await look({ html, wanted, windows: [WINDOW], media: 'print' })
  const seen = (findings?.sheets ?? []).map((sheet, index) => ({
    sheet,
    least: LEAST,
    where: () => ({ ...ofSlide(story.slides[index]), view: `notes, ${paper}` }),
  }))
  return { counted: `${seen.length} notes`, diagnostics: audit(seen) }
}
