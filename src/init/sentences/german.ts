import type { Sentences } from './english.ts'

/** German. */
export const de: Sentences = {
  lang: 'de',
  acts: {
    question: 'Die Frage',
    list: 'Die ganze Liste',
    table: 'Die Tabelle',
    sources: 'Quellen',
    numberOne: 'Die Nummer eins',
  },
  to: 'bis',
  source: 'Quelle:',
  description: 'Von {amountOf(last)} bis {amountOf(first)}: ein Countdown in {records.length} Schritten.',
  ownFigures: 'eigene Angaben',
  points: 'Prozentpunkte',
  years: 'Jahre',
  missing: 'keine Angabe',
  opening: {
    subtitle: '{count(records.length)} insgesamt, gereiht nach {title}',
    subtitleOfMore: (all) => `Die ersten {count(records.length)} von ${all}, gereiht nach {title}`,
    measured: 'Gemessen: {title}, von {amountOf(last)} bis {amountOf(first)}. Quelle: {source}.',
    guess: 'Was steht auf Platz eins? Raten Sie mit: Gezählt wird von Nummer {count(last.rank)} an.',
    notes:
      'Sagen, was gemessen ist und woher die Zahlen stammen, dann den Saal raten lassen. Jede Säule steht für einen von {count(records.length)} Namen, noch ohne Beschriftung.',
  },
  door: { scale: 'Von hier an gilt ein anderer Maßstab.', notes: 'Eine Pause. Sagen, was bisher erzählt ist, dann weiter.' },
  ranking: {
    first: '{first.name} steht auf Platz eins, mit {amountOf(first)}',
    half: {
      below: '; die Hälfte der {count(records.length)} hat {amountOf(middle)} oder weniger',
      above: '; die Hälfte der {count(records.length)} hat {amountOf(middle)} oder mehr',
    },
    told: ', und die Liste ist erzählt',
    body: 'Alle {count(records.length)} in einem Maßstab, von {last.name} ganz links bis {first.name} ganz rechts.',
    notes: 'Die ganze Liste in einem Bild. Fragen, wer richtig geraten hat.',
  },
  table: {
    headline: 'Die Tabelle zeigt alle Angaben zu den {count(records.length)}',
    caption: 'Alle {count(records.length)} nach {title}',
    beginning: 'Die Liste geht weiter; die Leseseite hat sie ganz und sortiert sie nach jeder Spalte.',
    notes: 'Diese Tabelle gehört dem Publikum. Auf der Leseseite sortiert ein Klick auf den Kopf einer Spalte.',
  },
  sources: {
    headline: 'Eine Tabelle steht hinter dieser Liste von {count(records.length)}',
    source: 'Quelle',
    from: 'Alle Zahlen stammen aus {source}.',
    care: 'Zu beachten',
    order: {
      largest: '{title}: Der größte Wert steht auf Platz eins.',
      smallest: '{title}: Der kleinste Wert steht auf Platz eins.',
      file: 'Die Reihenfolge ist die der Tabelle.',
    },
    ties: 'Gleiche Werte behalten die Reihenfolge der Tabelle.',
    leftOut: 'Zeilen der Tabelle, die nicht erzählt werden: {count(leftOut)}.',
    rest: 'Weitere {count(rest.count)} liegen darunter, der nächste Wert ist {print.VALUE(rest.value)}.',
    take: 'Die Daten',
    notes: 'Woher die Zahlen stammen und wo es sie gibt. Danke; Fragen, bitte.',
  },
  handout: {
    bars: 'Balken: {title}, durchgehend in einem Maßstab',
    lead: 'Alle {count(records.length)}, von Nummer {count(last.rank)}, {last.name}, mit {amountOf(last)} an gezählt.',
    chart: 'Balken für {title}, von {amountOf(last)} bis {amountOf(first)}, alle {count(records.length)}.',
    contents: 'Inhalt',
  },
}
