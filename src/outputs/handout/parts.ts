import type { Article, Part, Phrase, Words } from '../../story/handout.ts'
import { writeTree } from '../../tree/write-tree.ts'
import { slug } from '../../util/slug.ts'
import { escapeMarkup } from '../html-page.ts'
import { withPictures } from '../picture-files.ts'
import { renderShare } from './bars.ts'
import { type Edition, recordsOf } from './edition.ts'
import { forPaper } from './for-paper.ts'
import { renderFullTable } from './full-table.ts'
import { renderRows } from './handout-rows.ts'

/** One part of a page as HTML. `figures` holds what was drawn for the parts that are figures. */
export function renderPart(edition: Edition, part: Part, figures: ReadonlyMap<Part, string>): string {
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
        `<div class="beat"><p class="sentence">${writeTree(forPaper(slide.headline))}</p>${writeTree(withPictures(forPaper(slide.body), slide))}</div>`,
    )
  return `<div class="beats">${beats.join('\n')}</div>`
}

function renderWords({ headline, text }: Words): string {
  return `<div class="words"><p class="sentence">${escapeMarkup(headline)}</p>${paragraph(text)}</div>`
}

function renderArticle({ title, paragraphs }: Article): string {
  const texts = paragraphs.map((phrases) => `<p>${phrases.map(renderPhrase).join('')}</p>`)
  return `<div class="article"><h3>${escapeMarkup(title)}</h3>${texts.join('')}</div>`
}

function renderPhrase(phrase: Phrase): string {
  if (typeof phrase === 'string') return escapeMarkup(phrase)
  return `<a href="${escapeMarkup(phrase.href)}">${escapeMarkup(phrase.text)}</a>`
}

function paragraph(text: string | undefined, name?: string): string {
  return text === undefined ? '' : `<p${name ? ` class="${name}"` : ''}>${escapeMarkup(text)}</p>`
}
