import { type Atlas, atlasOf } from '../table/places.ts'
import type { Draft, DraftColumn } from './draft.ts'
import { natureOf } from './nature.ts'

/** What shows the values of a new deck, as its charts are told. */
export type ChartForm =
  | { kind: 'bars'; grouped: boolean }
  | { kind: 'dots'; placing: 'near' | 'log' }
  | { kind: 'map'; atlas: Atlas; marks: 'circles' | 'areas'; placing?: 'near' | 'log' }

/** From so many times the least value on, bars from zero are mostly empty; up to so many times they look all alike. */
const [MAGNITUDES, ALIKE] = [1000, 1.5]
/** So few stand well as bars in any case. */
const FEW = 3
/** Fewer groups are none, and more colours than these are not told apart. */
const [FEWEST, MOST] = [2, 5]

/** The chart that suits the values, by what they are of, how far they reach and what their records have in common. */
export function chooseChart(draft: Pick<Draft, 'name' | 'value' | 'rows' | 'group'>): ChartForm {
  const { name, value, rows, group } = draft
  const values = rows.map((row) => value.source.numbers?.[row] ?? 0)
  const atlas = atlasOf(rows.map((row) => name.source.cells[row]?.text ?? ''))
  const placing = placingOf(value, values)
  if (atlas && Math.min(...values) >= 0)
    return { kind: 'map', atlas, marks: natureOf(value).adds ? 'circles' : 'areas', ...(placing && { placing }) }
  if (placing) return { kind: 'dots', placing }
  const groups = new Set(rows.map((row) => group?.source.cells[row]?.text ?? ''))
  return { kind: 'bars', grouped: groups.size >= FEWEST && groups.size <= MOST && !groups.has('') }
}

/** How values stand that bars from zero would not tell apart; undefined where bars would. */
function placingOf({ source }: DraftColumn, values: readonly number[]): 'near' | 'log' | undefined {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (values.length <= FEW || least <= 0 || most === least) return undefined
  if (most / least >= MAGNITUDES) return 'log'
  return most / least < ALIKE || source.isYear ? 'near' : undefined
}
