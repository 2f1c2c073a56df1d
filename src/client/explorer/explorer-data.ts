import type { Words } from '../../messages/messages.ts'
import type { Explorer } from '../../story/explorer.ts'

/** A chart compiled to Vega. */
export type VegaChart = Readonly<Record<string, unknown>>

/** What the page is given of it, as JSON. The chart itself comes with its script. */
export interface ExplorerData extends Omit<Explorer, 'spec'> {
  words: Words['explorer']
  /** Of the chart, in px. */
  width: number
  /** Address of the script that draws it. */
  script: string
}
