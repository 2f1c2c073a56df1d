/*
 * Stands in for the families of Vega's transforms that no chart in Vega-Lite compiles to: trees, forces, word clouds and such.
 */

export {}
