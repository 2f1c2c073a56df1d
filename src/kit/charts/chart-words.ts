/** What charts say of themselves: accessible names, and the title of a scale that has several records in a column. */
export interface ChartWords {
  /** Bars of something; `text` says what this step tells. */
  bars(title: string, text: string): string
  /** The same of dots; the title says how their scale runs. */
  dots(title: string, text: string): string
  /** The title of a scale that does not begin at zero. */
  placed(title: string, placing: 'near' | 'log'): string
  /** A map: what its circles or its shades stand for. */
  map(title: string, marks: 'circles' | 'areas', text: string): string
  mapTitle(title: string, marks: 'circles' | 'areas'): string
  /** A record and its value. */
  current(rank: number, name: string, value: string): string
  /** At a door: the last record of so many. */
  soFar(rank: number, name: string, value: string, count: number): string
  /** All records as columns, from the first value told to the last. */
  columns(title: string, count: number, from: string, to: string, placed: boolean): string
  /** The same before anything is named, and when both ends are. */
  unnamed: string
  named(last: string, first: string): string
  /** A column that stands for several. */
  together(title: string, count: number): string
}

const en: ChartWords = {
  bars: (title, text) => `Bars of ${title}, from zero, the latest on top: ${text}.`,
  dots: (title, text) => `Dots: ${title}, the latest on top: ${text}.`,
  placed: (title, placing) =>
    placing === 'log' ? `${title}, on a logarithmic scale` : `${title}, on a scale that does not begin at zero`,
  map: (title, marks, text) =>
    marks === 'circles'
      ? `Map, the area of a circle is ${title}: ${text}.`
      : `Map, the stronger the colour the higher: ${title}: ${text}.`,
  mapTitle: (title, marks) =>
    marks === 'circles' ? `${title}, by the area of circles` : `${title}, the stronger the colour the higher`,
  current: (rank, name, value) => `#${rank} ${name} with ${value}`,
  soFar: (rank, name, value, count) => `#${rank} ${name} with ${value} is the last of ${count} so far`,
  columns: (title, count, from, to, placed) =>
    `${placed ? 'Dots' : 'Columns'} of ${title} for all ${count}${placed ? '' : ', from zero'}, by rank: from ${from} to ${to}`,
  unnamed: ', without names.',
  named: (last, first) => `, from ${last} to ${first}.`,
  together: (title, count) => `${title}; a column stands for ${count}, the largest of them`,
}

const de: ChartWords = {
  bars: (title, text) => `Balken für ${title}, von null an, der letzte oben: ${text}.`,
  dots: (title, text) => `Punkte: ${title}, der letzte oben: ${text}.`,
  placed: (title, placing) => (placing === 'log' ? `${title}, logarithmische Skala` : `${title}, Skala beginnt nicht bei 0`),
  map: (title, marks, text) =>
    marks === 'circles'
      ? `Karte, die Fläche der Kreise ist ${title}: ${text}.`
      : `Karte, je kräftiger, desto höher: ${title}: ${text}.`,
  mapTitle: (title, marks) => (marks === 'circles' ? `${title}, als Fläche der Kreise` : `${title}, je kräftiger, desto höher`),
  current: (rank, name, value) => `Nr. ${rank}, ${value}: ${name}`,
  soFar: (rank, name, value, count) => `Bisher ${count}, zuletzt Nr. ${rank}, ${value}: ${name}`,
  columns: (title, count, from, to, placed) =>
    `${placed ? 'Punkte' : 'Säulen'} für ${title}, alle ${count} nach ihrem Rang${placed ? '' : ', von null an'}: ${from} bis ${to}`,
  unnamed: ', ohne Namen.',
  named: (last, first) => `, von ${last} bis ${first}.`,
  together: (title, count) => `${title}; eine Säule steht für ${count}, den größten Wert von ihnen`,
}

/** The words of a language (BCP 47); English where there are none of it. */
export function chartWords(lang = 'en'): ChartWords {
  return /^de\b/i.test(lang) ? de : en
}
