import type { Words } from '../../messages/messages.ts'
import type { PreparedExplorer } from '../../story/explorer.ts'

/** A chart compiled to Vega. */
export type VegaChart = Readonly<Record<string, unknown>>

/** What the page is given of it, as JSON. The chart itself comes with its script. */
export interface ExplorerData extends Omit<PreparedExplorer, 'chart'> {
  words: Words['explorer']
  /** Address of the script that draws it. */
  script: string
}
