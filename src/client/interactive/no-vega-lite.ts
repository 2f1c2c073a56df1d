/*
 * Stands in for Vega-Lite, which vega-embed imports: charts come to the page compiled, and the compiler is a third of a megabyte.
 */

/** vega-embed compares it with a chart's own schema. */
export const version = '6.5.0'

/** @throws Error always: a chart in Vega-Lite should have been compiled by the build. */
export function compile(): never {
  throw new Error('found a chart in Vega-Lite, expected one that the build has compiled to Vega')
}
