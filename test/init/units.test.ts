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
  ['profit_eur_millions', 'Profit in EUR million'],
  ['Revenue (USD millions)', 'Revenue in USD million'],
  ['Umsatz (Mio. €)', 'Umsatz in EUR Mio.'],
  ['Budget, $ bn', 'Budget in USD billion'],
  ['gdp_per_capita', 'GDP per capita'],
  ['Population (thousands)', 'Population in thousand'],
  ['Speed (furlongs)', 'Speed in furlongs'],
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
  const { label, unit, currency } = readHeading(header)
  const amount = [currency, unit].filter((part) => part !== undefined).join(' ')
  expect([label, amount].filter((part) => part !== '').join(' in ')).toBe(expected)
})
