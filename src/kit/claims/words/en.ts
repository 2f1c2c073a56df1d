/** What a sentence is filled with, all of it printed. */
export type Fill = Readonly<Record<string, string>>

const timesText = (times: string) => (times === '2' ? 'twice' : `${times} times`)

/** English, and what every language has to say. Names may be anything, so no sentence bends them or asks for their gender. */
export const en = {
  forms: {
    first: ({ name, amount }) => `${name} comes first, at ${amount}`,
    firstBy: ({ name, amount, times = '', other }) =>
      `${name} comes first with ${amount}, ${timesText(times)} the figure of ${other}`,
    opens: ({ name, amount }) => `${name} opens the count at ${amount}`,
    passes: ({ name, amount, mark }) => `${name} is the first past ${mark}, at ${amount}`,
    reaches: ({ name, mark }) => `${name} is the first to reach ${mark}`,
    aboveZero: ({ name, amount }) => `${name} is the first above zero, at ${amount}`,
    tie: ({ name, amount, other }) => `${name} draws level with ${other} at ${amount}`,
    above: ({ name, difference, other }) => `${name} lies ${difference} above ${other}`,
    below: ({ name, difference, other }) => `${name} lies ${difference} below ${other}`,
    ratio: ({ name, times = '', other }) => `${name} comes to ${timesText(times)} the figure of ${other}`,
    widest: ({ name, difference, other }) => `${difference} up from ${other}: ${name} takes the widest step so far`,
    closest: ({ name, difference, other }) => `Only ${difference} between ${other} and ${name}`,
    beyondLast: ({ name, amount, difference, other }) =>
      `At ${amount}, ${name} is ${difference} beyond ${other}, where the count began`,
    told: ({ name, amount, part, all }) => `With ${name}, at ${amount}, ${part} of all ${all} are told`,
    timesLast: ({ name, amount, times = '', other }) =>
      `At ${amount}, ${name} is the first with ${timesText(times)} the figure of ${other}`,
    outweighs: ({ name, count }) => `${name} outweighs the ${count} told before it together`,
    share: ({ name, share, all }) => `${name} alone makes up ${share} of all ${all} together`,
    passesShare: ({ name, part, all }) => `With ${name}, the sum so far passes ${part} of the total of all ${all}`,
    average: ({ name, amount, average }) => `At ${amount}, ${name} is the first above the average of ${average}`,
    middle: ({ name, amount, count }) => `${name} marks the middle at ${amount}: ${count} stand on either side`,
    groupEnters: ({ name, amount, group }) => `The first of ${group} is ${name}, at ${amount}`,
    groupTop: ({ name, amount, group }) => `In ${group}, none ranks above ${name}, at ${amount}`,
    groupOnly: ({ name, amount, group }) => `${name} is the only entry of ${group}, at ${amount}`,
    groupRun: ({ name, count, group }) => `${count} places in a row go to ${group}, up to ${name}`,
    factHighest: ({ name, all, label, fact }) => `Of ${all}, none is above ${name} in ${label}: ${fact}`,
    factLowest: ({ name, all, label, fact }) => `Of ${all}, none is below ${name} in ${label}: ${fact}`,
    factRank: ({ name, rank, factRank, label, fact }) =>
      `Number ${rank} here, ${name} is number ${factRank} in ${label}, with ${fact}`,
    factSoFar: ({ name, count, label, fact }) => `None of the ${count} told before is above ${name} in ${label}: ${fact}`,
    textFact: ({ name, amount, label, fact }) => `${name} (${label}: ${fact}) stands at ${amount}`,
    remain: ({ name, amount, count }) =>
      count === '1' ? `Only one remains after ${name}, at ${amount}` : `${count} remain after ${name}, at ${amount}`,
    place: ({ name, amount, rank }) => `Place ${rank} goes to ${name}, at ${amount}`,
    next: ({ name, amount }) => `Next comes ${name}, at ${amount}`,
    stands: ({ name, amount }) => `${name} stands at ${amount}`,
  } satisfies Record<string, (fill: Fill) => string>,
  /** A quarter and a half of the records. */
  parts: { '0.25': 'a quarter', '0.5': 'half' },
  /** A quarter, a half and three quarters of the total. */
  shares: { '0.25': 'a quarter', '0.5': 'half', '0.75': 'three quarters' },
  /** `all 43`, or `the 41 with a figure`, after `of`. */
  all: (count: string) => `all ${count}`,
  withFigure: (count: string) => `the ${count} with a figure`,
  quoted: (word: string) => `“${word}”`,
  /** A label within a sentence. */
  label: (label: string) => (/^\p{Lu}{2}|^\p{Lu}$/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)),
  /** Said before a part of the countdown; `isEnd` where it is the last. */
  acts: {
    /** Stands between the ends of a span: `3 to 5 m`. */
    to: 'to',
    span: ({ count, span }: Fill, isEnd: boolean) => `The ${isEnd ? 'last' : 'next'} ${count} reach from ${span}`,
    group: ({ count, members, group }: Fill, isEnd: boolean) =>
      `Of the ${isEnd ? 'last' : 'next'} ${count}, ${members} belong to ${group}`,
    stand: ({ name, amount }: Fill) => `The count has come as far as ${name}, at ${amount}.`,
    held: ({ count, share, before, shareBefore, all }: Fill) =>
      `These ${count} make up ${share} of all ${all} together, the ${before} before them ${shareBefore}.`,
  },
  notes: ({ name, rank, amount }: Fill) => `Number ${rank}: ${name}, ${amount}.`,
}

/** The sentences of one language. */
export type ClaimWords = typeof en
