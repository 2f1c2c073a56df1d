import { createLocator, type Description, type Fact, type Locator } from 'countdown-story'
import { outlineOf } from '../charts/parts/geography.ts'
import { runningShare } from '../data/figures.ts'
import { billions, percent, usd } from '../data/format.ts'
import { recordOf } from '../data/records.ts'

const NO_BREAK_SPACE = '\u00a0'

/** What the table and the strip say where the source has no figure. */
export const NO_FIGURE = 'no 2023 figure'

const locate = createLocator(outlineOf('land'))
/** By country. Drawing one takes longer than all else of a slide, and slides, lists and pages ask for it. */
const locators = new Map<string, Locator>()

/** Countries whose name takes an article within a sentence; the source's list has it without. */
const WITH_ARTICLE: ReadonlySet<string> = new Set(['philippines'])

/** The facts of a country beside its rank and name, as the source prints them. Throws for an unknown id. */
export function describeCountry(id: string): Description {
  const { name, deficit, exports, imports, gdp, gdpPerCapita, location, isoNumeric } = recordOf(id)
  const [value = '', ...unit] = billions(deficit).split(NO_BREAK_SPACE)
  return {
    figure: {
      value,
      // The line breaks before `with`, if it has to.
      caption: `${[...unit, 'U.S.', 'deficit'].join(NO_BREAK_SPACE)} with${NO_BREAK_SPACE}${WITH_ARTICLE.has(id) ? `the${NO_BREAK_SPACE}${name}` : name}`,
    },
    facts: [
      { label: 'Location', value: location },
      { label: 'Exports to the U.S.', value: usd(exports) },
      { label: 'Imports from the U.S.', value: usd(imports) },
      optional('GDP', gdp),
      optional('GDP per head', gdpPerCapita),
    ],
    locator: locatorOf(isoNumeric),
    soFar: `${percent(runningShare(id))} so far`,
  }
}

function locatorOf(isoNumeric: string): Locator {
  const locator = locators.get(isoNumeric) ?? locate(outlineOf('countries', isoNumeric))
  locators.set(isoNumeric, locator)
  return locator
}

function optional(label: string, amount: number | null): Fact {
  return amount === null ? { label, value: NO_FIGURE, missing: true } : { label, value: usd(amount) }
}
