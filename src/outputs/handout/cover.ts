import type { Cover, Part } from '../../story/handout.ts'
import { escapeMarkup } from '../html-page.ts'
import { scaleOf } from './bars.ts'
import type { Edition } from './edition.ts'
import { isShort, renderLadder } from './handout-ladder.ts'
import type { Paper } from './page-rules.ts'
import { anchorOf } from './parts.ts'

/** Longest bar, as a share of the largest, that leaves room for the contents. */
const MOST_BESIDE = 0.4

/** The first page. Without a cover of its own a deck gets its title, its description and what is inside. */
export function renderCover(edition: Edition, paper: Paper): string {
  const { deck } = edition.story
  const cover = edition.handout?.cover
  const crowded = isCrowded(edition)
  return `<div class="masthead"><h1>${escapeMarkup(deck.title)}</h1>${cover ? `<p>${escapeMarkup(cover.kicker)}</p>` : ''}</div>
<p class="finding">${escapeMarkup(cover?.finding ?? deck.description)}</p>
${cover ? `<p class="lead">${escapeMarkup(cover.lead)}</p>` : ''}
<div class="list${crowded ? ' crowded' : ''}">${isShort(edition) ? '' : renderContents(edition, cover)}${cover ? renderLadder(edition, cover, paper, crowded) : ''}</div>`
}

/** Whether the bars at the top, beside which the contents would stand, are too long for that. */
function isCrowded(edition: Edition): boolean {
  const { handout, story } = edition
  const { records } = story.deck
  const scale = scaleOf(edition)
  const beside = records.slice(0, Math.ceil(records.length / 3))
  return handout !== undefined && beside.some((record) => scale(Math.max(0, handout.bars.value(record))) > MOST_BESIDE)
}

function renderContents({ sheets, designed }: Edition, cover: Cover | undefined): string {
  const items = sheets.flatMap(({ parts }, index) =>
    parts.filter(isOpener).map((opener) => {
      // Pages follow the cover one by one only where the deck lays them out itself.
      const page = designed ? ` <span class="page-number">${index + 2}</span>` : ''
      return `<li><a href="#${escapeMarkup(anchorOf(opener))}">${escapeMarkup(opener.title)}</a>${page}</li>`
    }),
  )
  return `<div class="contents">${cover ? `<p>${escapeMarkup(cover.contents)}</p>` : ''}<ul>${items.join('')}</ul></div>`
}

function isOpener(part: Part): part is Extract<Part, { kind: 'opener' }> {
  return part.kind === 'opener'
}
