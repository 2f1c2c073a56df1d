import type { TopLevelSpec } from 'vega-lite'

/**
 * The chart that the audience explores, beside the table of the records. The page sorts and filters the table, and the chart
 * follows it through three parameters, which `spec` must have: `order`, the ids of the rows shown, in the table's order;
 * `measure`, the key of the column of figures to draw; `focus`, the id of the row pointed out, or an empty text.
 * Its place is an `.explorer` with an empty `.explorer-controls`, an empty `.explorer-chart` and a `table[data-sortable]` in an
 * `.explorer-table`; rows carry `data-id`, heads `data-key`.
 */
export interface Explorer {
  /** Its rows have an `id`; a mark with a tooltip is what can be pointed at. */
  spec: TopLevelSpec
  /** What the controls call the columns, by key, in the table's order. */
  labels: Readonly<Record<string, string>>
  /** Keys of the columns that the chart can draw; the first is drawn at the start. */
  measures: readonly string[]
  /** Key of the column to filter by. */
  filter: string
}

/** The same as its page needs it. */
export interface PreparedExplorer extends Omit<Explorer, 'spec'> {
  /** What Vega has parsed the chart to, as JSON that may stand in a script. */
  chart: string
  /** Of the chart, in px. */
  width: number
}
