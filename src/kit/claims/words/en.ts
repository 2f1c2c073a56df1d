import type { ClaimWords } from './words.ts'

const timesText = (times: string) => (times === '2' ? 'twice' : `${times} times`)

/** English. */
export const en: ClaimWords = {
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
    closest: ({ name, difference, other }) => `Only ${difference} set ${name} apart from ${other}`,
    beyondLast: ({ name, amount, difference, other }) =>
      `At ${amount}, ${name} is ${difference} beyond ${other}, where the count began`,
    told: ({ name, amount, part, all }) => `With ${name}, at ${amount}, ${part} of all ${all} are told`,
    timesLast: ({ name, amount, times = '', other }) =>
      `At ${amount}, ${name} is the first with ${timesText(times)} the figure of ${other}`,
    outweighs: ({ name, count }) => `${name} outweighs the ${count} told before it together`,
    share: ({ name, share, all }) => `${name} alone makes up ${share} of all ${all} together`,
    passesShare: ({ name, part, all }) => `With ${name}, the count passes ${part} of all ${all} together`,
    average: ({ name, amount, average }) => `At ${amount}, ${name} is the first above the average of ${average}`,
    middle: ({ name, amount, count }) => `${name} marks the middle at ${amount}: ${count} stand on either side`,
    groupEnters: ({ name, amount, group }) => `${name} opens for ${group}, at ${amount}`,
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
  },
  parts: { '0.25': 'a quarter', '0.5': 'half' },
  shares: { '0.25': 'a quarter', '0.5': 'half', '0.75': 'three quarters' },
  all: (count) => `all ${count}`,
  withFigure: (count) => `the ${count} with a figure`,
  quoted: (word) => `“${word}”`,
  label: (label) => (/^\p{Lu}{2}|^\p{Lu}$/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)),
  acts: {
    to: 'to',
    span: ({ count, span }, isEnd) => `The ${isEnd ? 'last' : 'next'} ${count} reach from ${span}`,
    group: ({ count, members, group }, isEnd) => `Of the ${isEnd ? 'last' : 'next'} ${count}, ${members} belong to ${group}`,
    stand: ({ name, amount }) => `The count has come as far as ${name}, at ${amount}.`,
    held: ({ count, share, before, shareBefore, all }) =>
      `These ${count} make up ${share} of all ${all} together, the ${before} before them ${shareBefore}.`,
  },
  notes: ({ name, rank, amount }) => `Number ${rank}: ${name}, ${amount}.`,
}
