import type { Column } from '../story/description.ts'
import type { More } from '../table/read-rows.ts'
import type { DataPackage, Field } from '../table/schema.ts'
import { createAmount } from './amount.ts'

/**
 * The columns that were added to a table, as its data package describes them: title, unit, digits. They are told like the others.
 *
 * @param records with what `more()` of their rows holds
 * @param lang BCP 47
 */
export function moreColumns<Row extends { more: More }>(
  records: readonly Row[],
  { resources }: DataPackage,
  lang: string,
): Column<Row>[] {
  const fields = resources.flatMap(({ schema }) => schema.fields)
  const added = fields.filter(({ name, told }) => told !== false && Object.hasOwn(records[0]?.more ?? {}, name))
  return added.map((field) => {
    const { name } = field
    const values = records.map(({ more }) => more[name] ?? null)
    const print = printerOf(field, values, lang)
    return {
      key: name,
      label: field.title ?? titleOf(name),
      numeric: field.type !== 'string',
      text: ({ more }) => {
        const value = more[name] ?? null
        return typeof value === 'number' ? print(value) : value
      },
    }
  })
}

function titleOf(name: string): string {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** As many decimals as the numbers have, two at most, unless the field says how many; years without marks of thousands. */
function printerOf({ unit, digits }: Field, values: readonly (string | number | null)[], lang: string) {
  const numbers = values.filter((value) => typeof value === 'number')
  const decimals = Math.min(2, Math.max(0, ...numbers.map((value) => String(value).split('.')[1]?.length ?? 0)))
  const isYear = unit === undefined && numbers.every((value) => Number.isInteger(value) && value >= 1000 && value <= 2100)
  const shown = digits ?? (decimals > 0 ? decimals : undefined)
  return createAmount(lang, {
    ...(unit !== undefined && { unit }),
    ...(shown !== undefined && { digits: shown }),
    grouping: !isYear,
  })
}
