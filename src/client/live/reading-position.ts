import { currentAt, readingLine, roomTop } from '../read/current-at.ts'
import { recall, remember } from '../ui/memory.ts'

/** What is being read, in words that survive loading anew. */
interface Position {
  /** Of the step, where it has one; and its index. */
  id: string
  index: number
  /** Index of a block of text in the step, -1 for the step itself. */
  block: number
  /** Where that stands in the window, in px from its top. */
  top: number
}

const KEY = `live-position ${location.pathname}`
const UNITS = 'article.step, section.sheet'
const BLOCKS = 'h1, h2, h3, h4, p, li, tr, dt, dd, figcaption, pre'

/** The first block in sight of the current step. Undefined at the top of a page, and on the deck, whose address names the slide. */
function currentPosition(): Position | undefined {
  const units = unitsOf()
  const line = readingLine()
  const index = currentAt(units, line)
  const unit = units[index]
  if (!unit || scrollY === 0) return undefined
  const room = roomTop()
  const block = blocksOf(unit).findIndex((candidate) => {
    const { top, height } = candidate.getBoundingClientRect()
    return height > 0 && top >= room && top <= line
  })
  return { id: unit.id, index, block, top: topOf(unit, block) }
}

/** Scrolls what was being read back to where it was, now and while the next frames are laid out. */
async function restore({ id, index, block, top }: Position): Promise<void> {
  for (let frame = 0; frame < 3; frame++) {
    const units = unitsOf()
    const unit = (id && units.find((candidate) => candidate.id === id)) || units[index]
    if (unit) scrollBy({ top: topOf(unit, block) - top, behavior: 'instant' })
    await new Promise(requestAnimationFrame)
  }
}

/** Notes what is being read; the function that is returned puts it back to where it was when the page around it has changed. */
export function holdPosition(): () => void {
  const position = currentPosition()
  return () => {
    if (position) void restore(position)
  }
}

/** Notes what is being read before the page is loaded anew. */
export function savePosition(): void {
  const position = currentPosition()
  if (position) remember(KEY, JSON.stringify(position), 'sessionStorage')
}

/** Goes back to what was noted as soon as the page has been laid out, and forgets it. */
export function restorePosition(): void {
  const saved = recall(KEY, 'sessionStorage')
  remember(KEY, '', 'sessionStorage')
  if (!saved) return
  history.scrollRestoration = 'manual'
  addEventListener('load', async () => {
    // Until then the page's own script may lay it out; the handout has none.
    await window.countdown?.ready.catch(() => undefined)
    await restore(JSON.parse(saved) as Position)
    history.scrollRestoration = 'auto'
  })
}

function topOf(unit: HTMLElement, block: number): number {
  return (blocksOf(unit)[block] ?? unit).getBoundingClientRect().top
}

function blocksOf(unit: HTMLElement): HTMLElement[] {
  return [...unit.querySelectorAll<HTMLElement>(BLOCKS)]
}

function unitsOf(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(UNITS)]
}
