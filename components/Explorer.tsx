import { CountryTable } from './CountryTable.tsx'

/** The places of the chart that the audience can explore and of its controls, empty without script, and the same data as a table that needs no script. */
export function Explorer() {
  return (
    <div class="explorer">
      <div class="explorer-controls" />
      <p class="unit">
        U.S. deficit with the country, its exports to and imports from the United States, and its GDP in billions of current
        dollars, 2023; GDP per head in dollars
      </p>
      <div class="explorer-chart" />
      <div class="explorer-table">
        <CountryTable />
      </div>
    </div>
  )
}
