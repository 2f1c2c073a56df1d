import type { ClaimWords } from './en.ts'

const timesText = (times: string) => (times === '2' ? 'Doppelte' : `${times}-Fache`)

/** German. */
export const de: ClaimWords = {
  forms: {
    first: ({ name, amount }) => `${name} steht auf Platz eins, mit ${amount}`,
    firstBy: ({ name, amount, times = '', other }) =>
      `${name} steht mit ${amount} auf Platz eins, beim ${timesText(times)}n von ${other}`,
    opens: ({ name, amount }) => `${name} eröffnet die Liste mit ${amount}`,
    passes: ({ name, amount, mark }) => `${name} liegt mit ${amount} zum ersten Mal über ${mark}`,
    reaches: ({ name, mark }) => `${name} erreicht zum ersten Mal ${mark}`,
    aboveZero: ({ name, amount }) => `${name} liegt mit ${amount} zum ersten Mal über null`,
    tie: ({ name, amount, other }) => `${name} liegt gleichauf mit ${other} bei ${amount}`,
    above: ({ name, difference, other }) => `${name} liegt ${difference} über ${other}`,
    below: ({ name, difference, other }) => `${name} liegt ${difference} unter ${other}`,
    ratio: ({ name, times = '', other }) => `${name} kommt auf das ${timesText(times)} von ${other}`,
    widest: ({ name, difference, other }) => `${difference} mehr als ${other}: der bisher größte Schritt, zu ${name}`,
    closest: ({ name, difference, other }) => `Nur ${difference} zwischen ${other} und ${name}`,
    beyondLast: ({ name, amount, difference, other }) =>
      `${name} liegt mit ${amount} schon ${difference} über dem Beginn bei ${other}`,
    told: ({ name, amount, part, all }) => `Mit ${name}, bei ${amount}, ist von allen ${all} ${part} erzählt`,
    timesLast: ({ name, amount, times = '', other }) =>
      `${name} erreicht mit ${amount} zum ersten Mal das ${timesText(times)} von ${other}`,
    outweighs: ({ name, count }) => `${name} wiegt mehr als die ${count} davor zusammen`,
    share: ({ name, share, all }) => `Auf ${name} entfallen allein ${share} der Summe aller ${all}`,
    passesShare: ({ name, part, all }) => `Mit ${name} ist die Summe aller ${all} zu mehr als ${part} beisammen`,
    average: ({ name, amount, average }) => `${name} liegt mit ${amount} zum ersten Mal über dem Mittel von ${average}`,
    middle: ({ name, amount, count }) => `${name} liegt mit ${amount} genau in der Mitte, ${count} auf jeder Seite`,
    groupEnters: ({ name, amount, group }) => `${group}: Zuerst kommt ${name} mit ${amount}`,
    groupTop: ({ name, amount, group }) => `${group}: Nichts liegt vor ${name} mit ${amount}`,
    groupOnly: ({ name, amount, group }) => `${name} steht mit ${amount} allein für ${group}`,
    groupRun: ({ name, count, group }) => `${count} Plätze in Folge gehen an ${group}, bis zu ${name}`,
    factHighest: ({ name, all, label, fact }) => `${label}: Von ${all} liegt nichts über ${name} mit ${fact}`,
    factLowest: ({ name, all, label, fact }) => `${label}: Von ${all} liegt nichts unter ${name} mit ${fact}`,
    factRank: ({ name, rank, factRank, label, fact }) =>
      `Hier Nummer ${rank}, steht ${name} bei ${label} mit ${fact} auf Platz ${factRank}`,
    factSoFar: ({ name, count, label, fact }) => `${label}: Keiner der ${count} Werte davor liegt über ${name} mit ${fact}`,
    textFact: ({ name, amount, label, fact }) => `${name} (${label}: ${fact}) kommt auf ${amount}`,
    remain: ({ name, amount, count }) =>
      count === '1' ? `${name} mit ${amount}: Nur noch ein Platz bleibt` : `${name} mit ${amount}: Noch ${count} Plätze bleiben`,
    place: ({ name, amount, rank }) => `Platz ${rank} geht mit ${amount} an ${name}`,
    next: ({ name, amount }) => `Es folgt ${name} mit ${amount}`,
    stands: ({ name, amount }) => `${name} kommt auf ${amount}`,
  },
  shares: { '0.25': 'einem Viertel', '0.5': 'der Hälfte', '0.75': 'drei Vierteln' },
  parts: { '0.25': 'ein Viertel', '0.5': 'die Hälfte' },
  all: (count) => `allen ${count}`,
  withFigure: (count) => `den ${count} mit einer Angabe`,
  quoted: (word) => `„${word}“`,
  label: (label) => label,
  acts: {
    to: 'bis',
    span: ({ count, span }, isEnd) => `Die ${isEnd ? 'letzten' : 'nächsten'} ${count} reichen von ${span}`,
    group: ({ count, members, group }, isEnd) =>
      `Von den ${isEnd ? 'letzten' : 'nächsten'} ${count} gehören ${members} zu ${group}`,
    stand: ({ name, amount }) => `Mit ${amount} reicht die Liste bisher bis ${name}.`,
    held: ({ count, share, before, shareBefore, all }) =>
      `Diese ${count} machen ${share} der Summe aller ${all} aus, die ${before} davor ${shareBefore}.`,
  },
  notes: ({ name, rank, amount }) => `Nummer ${rank}, ${amount}: ${name}.`,
}
