import { documentDate } from '../../pdf/dates.ts'
import { finish } from '../../pdf/finish.ts'
import type { Story } from '../../story/story.ts'
import { type Diagnostic, InputError } from '../../util/diagnostic.ts'
import { paperStyle } from '../assets.ts'
import { printStyle } from '../extra-styles.ts'
import type { Output } from '../output.ts'
import { drawFigures, type HandoutDocument, renderDocument } from './document.ts'
import { createEdition, type Edition } from './edition.ts'
import { expectedPdf } from './expected-pdf.ts'
import { type Paper, runningTitles } from './page-rules.ts'

const FILE = 'handout.pdf'
const STYLE = 'src/outputs/handout/handout.css'

/** The story designed for paper. Throws InputError when the deck's handout has mistakes or the finished document is not as it must be. */
export const handout: Output = {
  printStyle: STYLE,
  async make(story, { root, printer, paper, step }) {
    const style = await printStyle(root, STYLE, story.slides, paperStyle(story))
    const { edition, document } = renderHandout(story, style, paper)
    const printed = await step(`print ${FILE}`, () => printer.pdf(document.html))
    const known = { date: documentDate(story.deck.date), running: runningTitles(paper, true) }
    const contents = finish(printed, (pages) => ({ ...expectedPdf(FILE, edition, document, paper, pages), ...known }))
    return [{ path: FILE, contents }]
  },
}

/** The document that is printed. Throws InputError with the mistakes of the deck's handout and its charts. */
export function renderHandout(story: Story, style: string, paper: Paper): { edition: Edition; document: HandoutDocument } {
  const { edition, diagnostics } = createEdition(story)
  const drawn = drawFigures(edition, paper)
  refuse([...diagnostics, ...drawn.diagnostics])
  return { edition, document: renderDocument(edition, drawn.figures, style, paper) }
}

function refuse(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length > 0) throw new InputError(diagnostics)
}
