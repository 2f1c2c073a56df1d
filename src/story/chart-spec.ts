import type { Spec } from 'vega'
import type { TopLevelSpec } from 'vega-lite'

/** A chart as it is found in galleries and editors: Vega-Lite or Vega. */
export type ChartSpec = TopLevelSpec | Spec
