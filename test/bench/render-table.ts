import type { Row, Table } from './part.ts'

const DECIMALS: Readonly<Record<Row['unit'], number>> = { s: 2, ms: 2, MB: 0, KB: 1, fps: 0, '×': 1, '': 3 }
const HEAD = ['', 'found', 'goal', 'verdict', '']

/** A table for people: what, found, goal, verdict, note; figures to the right. Columns that hold nothing are left out. */
export function renderTable({ title, rows }: Table): string {
  const cells = [HEAD, ...rows.map(renderRow)]
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const isUsed = HEAD.map((_, column) => cells.slice(1).some((row) => row[column] !== ''))
  const lines = cells.map((row) =>
    row
      .map((cell, column) =>
        column === 1 || column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .filter((_, column) => isUsed[column])
      .join('  ')
      .trimEnd(),
  )
  return [title, ...lines.map((line) => `  ${line}`)].join('\n')
}

function renderRow(row: Row): string[] {
  const { what, found, unit, most, least, note = '' } = row
  const goal = most !== undefined ? `≤ ${renderGoal(most, unit)}` : least !== undefined ? `≥ ${renderGoal(least, unit)}` : ''
  return [what, found === undefined ? '–' : renderFigure(found, unit), goal, verdict(row), note]
}

function renderFigure(value: number, unit: Row['unit']): string {
  return `${value.toFixed(Number.isInteger(value) && unit === '' ? 0 : DECIMALS[unit])} ${unit}`.trimEnd()
}

function renderGoal(value: number, unit: Row['unit']): string {
  return `${value} ${unit}`.trimEnd()
}

/** Whether a figure is as wanted, and else by what factor it is not; empty without a goal. */
export function verdict({ found, most, least }: Row): string {
  if (most === undefined && least === undefined) return ''
  if (found === undefined) return 'missed'
  if (most !== undefined && found > most) return most > 0 ? `missed, ${(found / most).toFixed(2)}×` : 'missed'
  if (least !== undefined && found < least) return `missed, ${(found / least).toFixed(2)}×`
  return 'met'
}
