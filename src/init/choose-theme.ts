import type { ThemeName } from '../story/themes.ts'
import type { ChartForm } from './choose-chart.ts'

/** Words of titles and columns that a look suits, in English and German, by their beginnings. */
const SUBJECTS: Readonly<Partial<Record<ThemeName, string>>> = {
  nocturne: `planet moon star stern mond galax comet komet asteroid orbit space raumfahrt weltraum rocket night nacht telescope
    screen stream gaming videogame videospiel exoplanet constellation sternbild`,
  orchard: `food fruit obst crop ernte plant pflanze tree baum bäume forest wald animal tier bird vogel vögel fish fisch species arten
    calorie kalorie health gesundheit disease krankheit hospital krankenhaus farm wine wein coffee kaffee tea milk milch meat fleisch
    vegetable gemüse butterfl protein vitamin garden garten nature natur mammal säugetier breed`,
  harbour: `distance entfernung length länge height höhe altitude elevation airport flughafen airline flight flug port hafen harbour
    harbor ship schiff bridge brücke river fluss lake see island insel ocean sea mountain berg peak gipfel road straße rail bahn station
    bahnhof train zug passenger passagier traffic verkehr tunnel city cities stadt städte building gebäude tower turm skyscraper
    vehicle car auto bicycle fahrrad area fläche`,
  gallery: `film movie kino cinema album song lied music musik artist künstler book buch bücher novel roman author autor museum gallery
    painting gemälde director regie oscar goal tor medal medaille team mannschaft player spieler league liga match sport club verein
    champion olympic theatre theater gross box-office`,
}

/** Of tables about anything else. */
const BY_CHART = { bars: 'newsprint', dots: 'gallery', map: 'harbour' } as const

/** Shorter ones are whole words: `car` is no `carbon`. */
const WHOLE = 5

/** The look that suits most words of a table's title and columns; where none does, one that suits its chart. The same for the same words. */
export function chooseTheme(texts: readonly string[], chart: ChartForm['kind'] = 'bars'): ThemeName {
  const words = texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}-]+/u)).filter((word) => word !== '')
  const scores = Object.entries(SUBJECTS).map(([theme, subjects]) => {
    const known = subjects.split(/\s+/)
    return { theme: theme as ThemeName, score: words.filter((word) => known.some((each) => isOf(word, each))).length }
  })
  const best = scores.reduce((most, each) => (each.score > most.score ? each : most))
  return best.score > 0 ? best.theme : BY_CHART[chart]
}

/** Whether a word is another one, in the plural too. */
function isOf(word: string, known: string): boolean {
  return known.length < WHOLE ? [known, `${known}s`, `${known}e`, `${known}en`].includes(word) : word.startsWith(known)
}
