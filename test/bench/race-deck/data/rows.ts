const [NAMES, YEARS] = [40, 30]

/** Forty countries that grow at different rates and overtake one another for thirty years. */
export const rows = Array.from({ length: NAMES * YEARS }, (_, index) => {
  const [country, year] = [index % NAMES, Math.floor(index / NAMES)]
  const value = 100 + country + year * (1 + ((country * 7) % 11)) + 9 * Math.sin(country + year)
  return { name: `Country ${country + 1}`, year: 1990 + year, value }
})
