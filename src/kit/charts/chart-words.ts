/** What charts say of themselves: accessible names, and the title of a scale that has several records in a column. */
export interface ChartWords {
  /** Bars of something; `text` says what this step tells. */
  bars(title: string, text: string): string
  /** A record and its value. */
  current(rank: number, name: string, value: string): string
  /** At a door: the last record of so many. */
  soFar(rank: number, name: string, value: string, count: number): string
  /** All records as columns, from the first value told to the last. */
  columns(title: string, count: number, from: string, to: string): string
  /** The same before anything is named, and when both ends are. */
  unnamed: string
  named(last: string, first: string): string
  /** A column that stands for several. */
  together(title: string, count: number): string
}

const en: ChartWords = {
  bars: (title, text) => `Bars of ${title}, from zero, the latest on top: ${text}.`,
  current: (rank, name, value) => `#${rank} ${name} with ${value}`,
  soFar: (rank, name, value, count) => `#${rank} ${name} with ${value} is the last of ${count} so far`,
  columns: (title, count, from, to) => `Columns of ${title} for all ${count}, from zero, by rank: from ${from} to ${to}`,
  unnamed: ', without names.',
  named: (last, first) => `, from ${last} to ${first}.`,
  together: (title, count) => `${title}; a column stands for ${count}, the largest of them`,
}

const de: ChartWords = {
  bars: (title, text) => `Balken für ${title}, von null an, der letzte oben: ${text}.`,
  current: (rank, name, value) => `Nr. ${rank}, ${value}: ${name}`,
  soFar: (rank, name, value, count) => `Bisher ${count}, zuletzt Nr. ${rank}, ${value}: ${name}`,
  columns: (title, count, from, to) => `Säulen für ${title}, alle ${count} nach ihrem Rang, von null an: ${from} bis ${to}`,
  unnamed: ', ohne Namen.',
  named: (last, first) => `, von ${last} bis ${first}.`,
  together: (title, count) => `${title}; eine Säule steht für ${count}, den größten Wert von ihnen`,
}

/** The words of a language (BCP 47); English where there are none of it. */
export function chartWords(lang = 'en'): ChartWords {
  return /^de\b/i.test(lang) ? de : en
}
