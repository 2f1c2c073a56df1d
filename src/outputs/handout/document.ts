import type { ElementContent } from 'hast'
import { compileScene } from '../../motion/compile.ts'
import { stillSvg } from '../../motion/still.ts'
import { frames } from '../../story/frames.ts'
import type { Article, Part, Phrase, Sheet, Words } from '../../story/handout.ts'
import { editTree } from '../../tree/edit-tree.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { readTree } from '../../tree/read-tree.ts'
import { textOf } from '../../tree/text-of.ts'
import { writeTree } from '../../tree/write-tree.ts'
import type { Diagnostic } from '../../util/diagnostic.ts'
import { slug } from '../../util/slug.ts'
import { forPaper } from '../document.ts'
import { escapeMarkup, renderAlone } from '../html-page.ts'
import { withPictures } from '../slide-media.ts'
import { renderShare } from './bars.ts'
import { isShort, renderCover } from './cover.ts'
import { type Edition, recordsOf } from './edition.ts'
import { figureScale, type Paper, pageName, pageRules } from './page-rules.ts'
import { renderFullTable, renderRows } from './rows.ts'

/** The handout as one document that stands alone, and the markup of each of its pages. */
export interface HandoutDocument {
  html: string
  pages: string[]
}

/** Puts the pages together: the cover, then the sheets. */
export function renderDocument(
  edition: Edition,
  figures: ReadonlyMap<Part, string>,
  style: string,
  paper: Paper,
): HandoutDocument {
  const { deck } = edition.story
  const { sheets, designed } = edition
  const pages = [
    `<section class="sheet cover${isShort(edition) ? ' short' : ''}">${renderCover(edition, paper)}</section>`,
    ...sheets.map((sheet) => renderSheet(edition, sheet, figures)),
  ]
  const rules = pageRules(paper, designed ? sheets : [], deck, true)
  const html = renderAlone(deck, `${style}\n${rules}`, pages.join('\n'), !designed)
  return { html, pages }
}

function renderSheet(edition: Edition, { header, parts }: Sheet, figures: ReadonlyMap<Part, string>): string {
  const content = withNotesBelow(parts.map((part) => renderPart(edition, part, figures)).join('\n'))
  const page = edition.designed ? ` style="page:${pageName(edition.sheets, header)}"` : ''
  return `<section class="sheet"${page}>${content}</section>`
}

/** The notes of all slides on a sheet stand at its foot, numbered through. */
function withNotesBelow(content: string): string {
  if (!content.includes('doc-endnotes')) return content
  const notes: ElementContent[] = []
  const words = editTree(readTree(content), (element) => {
    const [sign] = element.children
    if (element.properties.role === 'doc-endnotes') {
      notes.push(
        ...elementsOf(element, 'ol')
          .slice(0, 1)
          .flatMap(({ children }) => children),
      )
      return []
    }
    if (element.tagName !== 'sup' || sign?.type !== 'element' || !/-fnref-/.test(String(sign.properties.id))) return undefined
    const before = notes.filter(({ type }) => type === 'element').length
    return { ...element, children: [{ type: 'text', value: String(Number(textOf(sign)) + before) }] }
  })
  return `${writeTree(words)}<div class="footnotes" role="doc-endnotes"><ol>${writeTree({ type: 'root', children: notes })}</ol></div>`
}

/** One part of a page as HTML. `figures` holds what was drawn for the parts that are figures. */
function renderPart(edition: Edition, part: Part, figures: ReadonlyMap<Part, string>): string {
  switch (part.kind) {
    case 'opener':
      return renderOpener(edition, part)
    case 'rows':
      return renderRows(edition, part.records)
    case 'beats':
      return renderBeats(edition, part.slides)
    case 'words':
      return renderWords(part)
    case 'figure':
      return `<div class="figure">${part.beside ? renderWords(part.beside) : ''}${figures.get(part) ?? ''}</div>`
    case 'table':
      return renderFullTable(edition, part.caption)
    case 'articles':
      return `<div class="articles">${part.articles.map(renderArticle).join('\n')}</div>`
  }
}

/** Where the list of contents leads to. */
export function anchorOf({ title }: { title: string }): string {
  return `part-${slug(title)}`
}

function renderOpener(edition: Edition, part: Extract<Part, { kind: 'opener' }>): string {
  const { title, lead, records } = part
  return `<div class="opener">
<h2 id="${escapeMarkup(anchorOf(part))}">${escapeMarkup(title)}</h2>
${paragraph(lead, 'lead')}
${renderShare(edition, recordsOf(edition, records ?? []))}
</div>`
}

function renderBeats({ slides }: Edition, ids: readonly string[]): string {
  const beats = ids
    .flatMap((id) => slides.get(id) ?? [])
    .map(
      (slide) =>
        `<div class="beat"><p class="sentence">${writeTree(forPaper(slide.headline))}</p>${writeTree(withPictures(forPaper(slide.body), slide))}${paragraph(slide.source, 'source')}</div>`,
    )
  return `<div class="beats">${beats.join('\n')}</div>`
}

function renderWords({ headline, text }: Words): string {
  return `<div class="words"><p class="sentence">${onOneLine(headline)}</p>${paragraph(text)}</div>`
}

function renderArticle({ title, paragraphs }: Article): string {
  const texts = paragraphs.map((phrases) => `<p>${phrases.map(renderPhrase).join('')}</p>`)
  return `<div class="article"><h3>${escapeMarkup(title)}</h3>${texts.join('')}</div>`
}

function renderPhrase(phrase: Phrase): string {
  if (typeof phrase === 'string') return onOneLine(phrase)
  return `<a href="${escapeMarkup(phrase.href)}">${onOneLine(phrase.text)}</a>`
}

function paragraph(text: string | undefined, name?: string): string {
  return text === undefined ? '' : `<p${name ? ` class="${name}"` : ''}>${onOneLine(text)}</p>`
}

/** A text of the deck's handout, whose author may have broken lines; in print all white space is painted. */
export function onOneLine(text: string): string {
  return escapeMarkup(text.replace(/\s+/g, ' '))
}

/** Share of the width that a figure has where words stand beside it; the rest of 800 px is theirs and the gap. */
const BESIDE = 0.68

type Figure = Extract<Part, { kind: 'figure' }>

/** The figures of the handout as SVG, each drawn anew for the height it has on its page. */
export function drawFigures(
  { sheets, slides, story }: Edition,
  paper: Paper,
): { figures: ReadonlyMap<Part, string>; diagnostics: Diagnostic[] } {
  const figures = new Map<Part, string>()
  const diagnostics: Diagnostic[] = []
  for (const part of sheets.flatMap(({ parts }) => parts)) {
    const stage = part.kind === 'figure' ? slides.get(part.slide)?.stage : undefined
    const scene = stage && story.deck.scenes[stage.scene]
    if (part.kind !== 'figure' || !stage || !scene) continue
    const width = frames.paper.width * (part.beside ? BESIDE : 1)
    const frame = { ...frames.paper, width, height: Math.round(part.height * figureScale(paper)) }
    const compiled = compileScene(stage.scene, { ...scene, steps: scene.steps.filter(({ id }) => id === stage.step) }, frame, {
      ...(story.files && { files: story.files }),
      isStill: true,
    })
    diagnostics.push(...compiled.diagnostics)
    const state = compiled.states.get(stage.step)
    if (state) figures.set(part, stillSvg(state, frame, { id: idOf(part) }))
  }
  return { figures, diagnostics }
}

function idOf({ slide, height }: Figure): string {
  return `figure-${slide}-${height}`
}
