import type { Act } from '../../deck.ts'
import type { Part, Sheet } from '../../handout.ts'
import type { Slide, Story } from '../../story.ts'

/** How much a page holds, in rows. */
const ROOM = 7

/** Height of a figure in px, and what it takes of a page, in rows. */
const FIGURE = { height: 360, room: 4 }

/** The pages of a handout that nobody has designed: act by act, in the order of telling, and a table of all records. */
export function defaultSheets({ deck, slides }: Story): Sheet[] {
  const acts = deck.acts.flatMap((act) =>
    sheetsOf(
      act,
      slides.filter((slide) => slide.act.id === act.id),
    ),
  )
  return [...acts, { header: deck.title, parts: [{ kind: 'table', caption: deck.title }] }]
}

function sheetsOf({ title }: Act, slides: readonly Slide[]): Sheet[] {
  const pages: Part[][] = [[{ kind: 'opener', title }]]
  let room = ROOM
  for (const slide of slides) {
    const needed = slide.record || !slide.stage ? 1 : 1 + FIGURE.room
    if (needed > room) {
      pages.push([])
      room = ROOM
    }
    room -= needed
    add(pages.at(-1) ?? [], slide)
  }
  return pages.map((parts) => ({ header: title, parts }))
}

/** Rows that follow one another make one table. */
function add(parts: Part[], { id, record, stage }: Slide): void {
  const last = parts.at(-1)
  if (record && last?.kind === 'rows') parts[parts.length - 1] = { kind: 'rows', records: [...last.records, record.id] }
  else if (record) parts.push({ kind: 'rows', records: [record.id] })
  else
    parts.push({ kind: 'beats', slides: [id] }, ...(stage ? [{ kind: 'figure', slide: id, height: FIGURE.height } as const] : []))
}
