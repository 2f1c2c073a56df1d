import { expect, test } from 'vitest'
import { readHeading } from '../../src/init/units.ts'

test.each([
  ['size', 'Size'],
  ['area_km2', 'Area in km²'],
  ['Height (m)', 'Height in m'],
  ['Height [m]', 'Height in m'],
  ['Height, m', 'Height in m'],
  ['height in metres', 'Height in m'],
  ['price_usd', 'Price in USD'],
  ['Price ($)', 'Price in USD'],
  ['Share %', 'Share in %'],
  ['share_pct', 'Share in %'],
  ['pct_urban', 'Urban in %'],
  ['balance_pct_of_gdp', 'Balance in % of GDP'],
  ['debt, percent of Gross income', 'Debt in % of gross income'],
  ['Population (2023)', 'Population (2023)'],
  ['Points (season 23/24)', 'Points (season 23/24)'],
  ['profit_eur_millions', 'Profit in EUR 10^6'],
  ['Revenue (USD millions)', 'Revenue in USD 10^6'],
  ['Umsatz (Mio. €)', 'Umsatz in EUR 10^6'],
  ['Budget, $ bn', 'Budget in USD 10^9'],
  ['gdp_per_capita', 'GDP per capita'],
  ['Population (thousands)', 'Population in 10^3'],
  ['Speed (furlongs)', 'Speed in furlongs'],
  ['GDP (current US$)', 'GDP in USD'],
  ['Exports (2019, million US$)', 'Exports in USD 10^6'],
  ['Members (thousands of people)', 'Members in people 10^3'],
  ['Gross (unadjusted)', 'Gross (unadjusted)'],
  ['Revenue in $ bn', 'Revenue in USD 10^9'],
  ['Einwohner in Tsd.', 'Einwohner in 10^3'],
  ['Länge in km', 'Länge in km'],
  ['Number of people', 'Number of people'],
  ['bodyMass', 'Body mass'],
  ['Worldwide_Gross', 'Worldwide gross'],
  ['IMDB_Rating', 'IMDB rating'],
  ['Anteil Grünfläche (%)', 'Anteil Grünfläche in %'],
  ['Distance from Earth', 'Distance from Earth'],
  ['vitamin_c', 'Vitamin c'],
  ['born_in', 'Born in'],
  ['temp_min', 'Temp min'],
  ['Time (min)', 'Time in min'],
  ['m', 'M'],
])('%s is %s', (header, expected) => {
  const { label, unit, currency, scale } = readHeading(header)
  const amount = [currency, unit, scale && `10^${scale}`].filter((part) => part !== undefined).join(' ')
  expect([label, amount].filter((part) => part !== '').join(' in ')).toBe(expected)
})
