import { type Diagnostic, type Row, readTable, shown, slug } from 'countdown-story'
import { faultsOfOrder, faultsOfRow } from './checks.ts'
import datapackage from './datapackage.json' with { type: 'json' }
import type { CountryRecord } from './records.ts'

/** Columns in which the source may have no figure. */
const OPTIONAL = ['gdp', 'gdp_per_capita']

/**
 * Reads the table of countries and judges it: the columns by `datapackage.json`, what holds between cells by checks.ts.
 * Returns the records of all sound rows in the order of the file, and every diagnostic found. Throws nothing.
 *
 * @param text content of the CSV file
 * @param file its path as the author knows it, for example `data/trade-2023.csv`
 */
export function validateRecords(text: string, file: string): { records: CountryRecord[]; diagnostics: Diagnostic[] } {
  const { rows, diagnostics, complete } = readTable(text, datapackage, file)
  const found = [...diagnostics, ...rows.flatMap(gaps), ...repeatedIds(rows), ...rows.flatMap(faultsOfRow)]
  if (complete) found.push(...faultsOfOrder(rows))
  return { records: rows.filter(isSound).map(recordOf), diagnostics: found }
}

/** Missing values where a record has no room for one, should the data package allow them. */
function gaps({ cells }: Row): Diagnostic[] {
  return Object.entries(cells).flatMap(([name, { value, text, location }]) =>
    value === null && !OPTIONAL.includes(name)
      ? [{ location, message: `${name}: found ${shown(text)}, expected a value; every record needs one` }]
      : [],
  )
}

function isSound({ cells }: Row): boolean {
  const fields = datapackage.resources.flatMap(({ schema }) => schema.fields)
  return fields.every(({ name }) => {
    const value = cells[name]?.value
    return value !== undefined && (value !== null || OPTIONAL.includes(name))
  })
}

function recordOf({ cells }: Row): CountryRecord {
  const text = (column: string) => String(cells[column]?.value)
  const number = (column: string) => Number(cells[column]?.value)
  const optional = (column: string) => (cells[column]?.value === null ? null : number(column))
  return {
    id: slug(text('country')),
    rank: number('rank'),
    name: text('country'),
    iso3: text('iso_alpha3'),
    isoNumeric: text('iso_numeric'),
    deficit: number('deficit'),
    exports: number('exports_to_us'),
    imports: number('imports_from_us'),
    gdp: optional('gdp'),
    gdpPerCapita: optional('gdp_per_capita'),
    location: text('location'),
  }
}

/** Two names that differ may still make one id. The same name twice is the data package's business. */
function repeatedIds(rows: readonly Row[]): Diagnostic[] {
  const names = new Map<string, string>()
  return rows.flatMap(({ cells: { country } }) => {
    if (typeof country?.value !== 'string') return []
    const id = slug(country.value)
    const earlier = names.get(id)
    names.set(id, country.value)
    if (id === '')
      return [
        { location: country.location, message: `country: found ${shown(country.text)}, expected letters or digits for its id` },
      ]
    return earlier === undefined || earlier === country.value
      ? []
      : [
          {
            location: country.location,
            message: `country: found ${shown(country.text)}, whose id \`${id}\` is that of ${shown(earlier)}; rename one`,
          },
        ]
  })
}
