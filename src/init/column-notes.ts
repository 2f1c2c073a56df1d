import { withoutFootnotes } from '../table/footnotes.ts'
import type { Printed } from '../table/printed-number.ts'
import type { SourceCell } from '../table/source-table.ts'

/** What was done to the numbers of a column, for its author; `scaled` is the power of ten of its name. */
export function notesOf(found: readonly (Printed | null | undefined)[], scaled: number): string[] {
  const numbers = found.filter((each) => each !== null && each !== undefined)
  const count = (has: (each: Printed) => boolean) => numbers.filter(has).length
  const [marked, seconds, words] = [
    count(({ marks }) => marks.length > 0),
    count(({ rest }) => rest !== undefined),
    count(({ scale }) => scale > 0),
  ]
  return [
    ...(marked > 0 ? [`marks taken off ${counted(marked, 'number')}`] : []),
    ...(seconds > 0 ? [`of ${counted(seconds, 'cell')} with more than a number the first is taken`] : []),
    ...(words > 0 ? ['words such as million written out'] : []),
    ...(scaled > 0 ? [`multiplied by ${(10 ** scaled).toLocaleString('en')}, as its name says`] : []),
  ]
}

/** What was taken off its texts. */
export function footnotesOf(cells: readonly SourceCell[]): string[] {
  const marked = cells.filter(({ text }) => withoutFootnotes(text).marks.length > 0).length
  return marked > 0 ? [`marks of footnotes taken off ${counted(marked, 'cell')}`] : []
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
