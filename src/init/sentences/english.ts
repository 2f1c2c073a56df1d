import type { Sentences } from './sentences.ts'

/** English. */
export const en: Sentences = {
  lang: 'en',
  acts: { question: 'The question', list: 'The whole list', table: 'The table', sources: 'Sources', numberOne: 'Number one' },
  to: 'to',
  source: 'Source:',
  description: 'A countdown of {records.length}, from {amountOf(last)} to {amountOf(first)}.',
  missing: 'no figure',
  opening: {
    headline: 'Which of these {count(records.length)} comes first?',
    facts: '{title}: from {amountOf(last)} to {amountOf(first)}. Each column is one of them.',
    guess: 'Take a guess. The count begins at number {count(last.rank)}.',
    notes: 'Let the room guess. Every column stands for one of the {count(records.length)}; none has a name yet.',
  },
  door: {
    next: (count, span) => `The next ${count} reach from ${span}`,
    last: (count, span) => `The last ${count} reach from ${span}`,
    one: 'Only one comes next, at',
    onlyOne: 'Only one remains, at',
    soFar: (name, amount) => `The count has come as far as ${name}, at ${amount}.`,
    scale: 'From here on the scale is another.',
    notes: 'A pause. Say what has been told so far, then go on.',
  },
  record: {
    first: '{name} comes first, at {amount}',
    opens: '{name} opens the count at {amount}',
    reaches: '{name} is the first to reach {amount}',
    past: (mark) => `{name} is the first past {${mark}}, at {amount}`,
    level: '{name} also stands at {amount}',
    stands: '{name} stands at {amount}',
    same: 'Level with {before.name}.',
    difference: {
      more: 'That is {differenceOf(entry, before)} more than {before.name}.',
      less: 'That is {differenceOf(entry, before)} less than {before.name}.',
    },
    inGroup: (group) => `{${group}}: number {count(placeInGroup(entry).place)} of {count(placeInGroup(entry).count)}.`,
    notes: 'Number {count(entry.rank)}: {entry.name}, {amountOf(entry)}.',
  },
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
    order: { largest: '{title}: the largest comes first.', smallest: '{title}: the smallest comes first.' },
    ties: 'Equal values keep the order of the table.',
    leftOut: 'Rows without a name or a value, left out: {count(leftOut)}.',
    take: 'Take the data',
    notes: 'Where the figures come from, and where to get them. Thank you; questions, please.',
  },
  handout: {
    bars: 'Bars: {title}, on one scale throughout',
    lead: 'All {count(records.length)}, told from number {count(last.rank)}, {last.name}, at {amountOf(last)}.',
    half: {
      below: ' Half of them stand at {amountOf(middle)} or less.',
      above: ' Half of them stand at {amountOf(middle)} or more.',
    },
    chart: 'Bars of {title} for all {count(records.length)}, from {amountOf(last)} to {amountOf(first)}.',
    contents: 'Inside',
  },
}
