/**
 * English, and what every language has to say of a new deck; braces hold the expression that stands there, as they do in MDX.
 * Names may be anything, so no sentence bends them or asks for their gender.
 */
export const en = {
  /** BCP 47. */
  lang: 'en',
  acts: { question: 'The question', list: 'The whole list', table: 'The table', sources: 'Sources', numberOne: 'Number one' },
  /** Stands between the ends of a span: `3 to 5 m`. */
  to: 'to',
  /** The line below every chart. */
  source: 'Source:',
  description: 'A countdown of {records.length}, from {amountOf(last)} to {amountOf(first)}.',
  /** The source of a table that came from nowhere. */
  ownFigures: 'own figures',
  /** What lies between two shares, and between two years. */
  points: 'percentage points',
  years: 'years',
  /** Said in a cell that has no value. */
  missing: 'no figure',
  opening: {
    /** How many are told, and by what they are ranked. */
    subtitle: '{count(records.length)} in all, ranked by {title}',
    /** The same of the first of a longer list; `all` is how many it has. */
    subtitleOfMore: (all: string) => `The first {count(records.length)} of ${all}, ranked by {title}`,
    /** What is measured, how far it reaches, who says so. */
    measured: 'Measured: {title}, from {amountOf(last)} to {amountOf(first)}. Source: {source}.',
    guess: 'Which comes first? Take a guess: the count begins at number {count(last.rank)}.',
    notes:
      'Say what is measured and where the figures are from, then let the room guess. Every column stands for one of the {count(records.length)}; none has a name yet.',
  },
  /** Before an act. */
  door: { scale: 'From here on the scale is another.', notes: 'A pause. Say what has been told so far, then go on.' },
  ranking: {
    first: '{first.name} comes first, at {amountOf(first)}',
    half: {
      below: '; half of the {count(records.length)} stand at {amountOf(middle)} or less',
      above: '; half of the {count(records.length)} stand at {amountOf(middle)} or more',
    },
    told: ', and the list is told',
    body: 'All {count(records.length)} on one scale, from {last.name} on the left to {first.name} on the right.',
    notes: 'The whole list in one picture. Ask whose guess was right.',
  },
  table: {
    headline: 'The table has every figure of all {count(records.length)}',
    caption: 'All {count(records.length)} by {title}',
    beginning: 'The list goes on; the reading page has all of it, and sorts it by any column.',
    notes: 'This one belongs to the audience. On the reading page, a click on the head of a column sorts by it.',
  },
  sources: {
    headline: 'One table stands behind this list of {count(records.length)}',
    source: 'Source',
    from: 'All figures are from {source}.',
    care: 'Read with care',
    order: {
      largest: '{title}: the largest comes first.',
      smallest: '{title}: the smallest comes first.',
      file: 'The order is that of the table.',
    },
    ties: 'Equal values keep the order of the table.',
    leftOut: 'Rows of the table that are not told: {count(leftOut)}.',
    /** What is below the last that is told. */
    rest: 'Another {count(rest.count)} stand below, the next of them at {print.VALUE(rest.value)}.',
    take: 'Take the data',
    notes: 'Where the figures come from, and where to get them. Thank you; questions, please.',
  },
  handout: {
    bars: 'Bars: {title}, on one scale throughout',
    lead: 'All {count(records.length)}, told from number {count(last.rank)}, {last.name}, at {amountOf(last)}.',
    chart: 'Bars of {title} for all {count(records.length)}, from {amountOf(last)} to {amountOf(first)}.',
    contents: 'Inside',
  },
}

/** The words of a new deck in one language. */
export type Sentences = typeof en
