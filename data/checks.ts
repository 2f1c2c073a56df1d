import { type Cell, type Diagnostic, type Row, shown } from 'countdown-story'

/** A cell that holds a number. */
type NumberCell = Cell & { value: number }

/** What must hold between the cells of one row. */
export function faultsOfRow(row: Row): Diagnostic[] {
  return [...imbalance(row), ...halfOfGdp(row)]
}

/** What must hold between all rows: ranks from n down to 1, deficits not falling as they go. */
export function faultsOfOrder(rows: readonly Row[]): Diagnostic[] {
  return [...strayRanks(rows), ...rows.flatMap((row, index) => outOfOrder(row, rows[index - 1]))]
}

/**
 * How far off a figure can be by the rounding of its printed form: half of the last place, which is the first decimal of
 * its trillions, billions or millions. 425,300,000 was printed as $425.3 million, so it is good to $50,000.
 */
export function roundingError(amount: number): number {
  const unit = [1e12, 1e9, 1e6].find((size) => Math.abs(amount) >= size)
  return unit === undefined ? 0.5 : unit / 20
}

function imbalance({ cells: { deficit, exports_to_us: exports, imports_from_us: imports } }: Row): Diagnostic[] {
  if (!isNumber(deficit) || !isNumber(exports) || !isNumber(imports)) return []
  const balance = exports.value - imports.value
  const allowed = [deficit, exports, imports].reduce((total, { value }) => total + roundingError(value), 0)
  if (Math.abs(deficit.value - balance) <= allowed) return []
  const message = `deficit: found ${shown(deficit.text)}, expected exports_to_us − imports_from_us = ${balance}, give or take ${allowed} for rounding; correct one of the three`
  return [{ location: deficit.location, message }]
}

function halfOfGdp({ cells: { gdp, gdp_per_capita: perCapita } }: Row): Diagnostic[] {
  if (!gdp || !perCapita || gdp.value === undefined || perCapita.value === undefined) return []
  if ((gdp.value === null) === (perCapita.value === null)) return []
  const [name, missing, other] = gdp.value === null ? ['gdp', gdp, 'gdp_per_capita'] : ['gdp_per_capita', perCapita, 'gdp']
  return [
    {
      location: missing.location,
      message: `${name}: found ${shown(missing.text)}, expected a figure as ${other} has one; give both or neither`,
    },
  ]
}

/** With each rank unique, ranks are 1…n exactly when none is beyond n. */
function strayRanks(rows: readonly Row[]): Diagnostic[] {
  const ranks = rows.map(({ cells }) => cells.rank)
  const present = new Set(ranks.map((cell) => cell?.value))
  const missing = rows.map((_, index) => index + 1).filter((rank) => !present.has(rank))
  return ranks.filter(isNumber).flatMap(({ value, text, location }) =>
    value <= rows.length
      ? []
      : [
          {
            location,
            message: `rank: found ${shown(text)}, expected each of ${rows.length} to 1 once; no row has ${missing.slice(0, 3).join(', ')}`,
          },
        ],
  )
}

/** Compares a row with the one above it, whose rank is one place lower in the list. */
function outOfOrder({ cells: { rank, deficit } }: Row, above: Row | undefined): Diagnostic[] {
  const rankAbove = above?.cells.rank
  const deficitAbove = above?.cells.deficit
  if (!isNumber(rank) || !isNumber(rankAbove)) return []
  if (rank.value > rankAbove.value) {
    const message = `rank: found ${shown(rank.text)} under ${shown(rankAbove.text)}, expected ranks to fall to 1; move the row`
    return [{ location: rank.location, message }]
  }
  if (!isNumber(deficit) || !isNumber(deficitAbove) || deficit.value >= deficitAbove.value) return []
  const message = `deficit: found ${shown(deficit.text)}, expected at least ${shown(deficitAbove.text)} of the row above; correct the rank or the deficit`
  return [{ location: deficit.location, message }]
}

function isNumber(cell: Cell | undefined): cell is NumberCell {
  return typeof cell?.value === 'number'
}
