import { currentAt, readingLine, roomTop } from '../read/current-at.ts'

/** What is being read, in words that survive a page that is loaded anew: a block of text, and where in the window it stands. */
export interface Anchor {
  /** Of the unit, where it has one. */
  id: string
  /** Of the unit among all units. */
  index: number
  /** Index of the block in its unit, -1 for the unit itself. */
  block: number
  /** How the block begins. */
  text: string
  /** How far down in the block, as a part of its height. */
  part: number
  /** Where that is in the window, in px from its top. */
  y: number
}

const BLOCKS = 'h1, h2, h3, h4, p, li, tr, dt, dd, figcaption, pre'
/** A block is known by so many characters. */
const BEGINNING = 80

/** The first block of the current unit that begins in sight, or else the one that is being read. Undefined without units. */
export function findAnchor(units: readonly HTMLElement[]): Anchor | undefined {
  const line = readingLine()
  const index = currentAt(units, line)
  const unit = units[index]
  if (!unit) return undefined
  const blocks = blocksOf(unit)
  const tops = blocks.map((block) => (block.offsetHeight > 0 ? block.getBoundingClientRect().top : Number.POSITIVE_INFINITY))
  const room = roomTop()
  const inSight = tops.findIndex((top) => top >= room && top <= line)
  const block = inSight >= 0 ? inSight : tops.findLastIndex((top) => top <= line)
  const box = (blocks[block] ?? unit).getBoundingClientRect()
  const part = inSight >= 0 || box.height === 0 ? 0 : Math.min((line - box.top) / box.height, 1)
  return { id: unit.id, index, block, text: beginningOf(blocks[block]), part, y: box.top + part * box.height }
}

/** How far, in px, what was being read has moved down in the window. */
export function movedFrom(anchor: Anchor, units: readonly HTMLElement[]): number {
  const box = findAgain(anchor, units)?.getBoundingClientRect()
  return box ? box.top + anchor.part * box.height - anchor.y : 0
}

/** The block at its place, or wherever it is now; if its words are new, what stands at its place. */
function findAgain({ id, index, block, text }: Anchor, units: readonly HTMLElement[]): HTMLElement | undefined {
  const unit = (id && units.find((candidate) => candidate.id === id)) || units[index]
  const blocks = unit ? blocksOf(unit) : []
  const isSame = (candidate: HTMLElement) => beginningOf(candidate) === text
  if (block < 0) return unit
  if (blocks[block] && isSame(blocks[block])) return blocks[block]
  const elsewhere = () => (id ? undefined : units.flatMap(blocksOf).find(isSame))
  return blocks.find(isSame) ?? elsewhere() ?? blocks[block] ?? unit
}

function blocksOf(unit: HTMLElement): HTMLElement[] {
  return [...unit.querySelectorAll<HTMLElement>(BLOCKS)]
}

function beginningOf(block: HTMLElement | undefined): string {
  return (block?.textContent ?? '').trim().slice(0, BEGINNING)
}
