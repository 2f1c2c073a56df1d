/*
 * Stands in for families of Vega's transforms that no chart of a story uses: trees, forces, word clouds and such.
 */

export {}
