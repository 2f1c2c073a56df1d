import { InputError, type Location, shown } from '../util/diagnostic.ts'

/** One of several answers: what the flag takes, and what helps to tell it from the others. */
export interface Candidate {
  value: string
  hint?: string
}

/** A choice that the author's table leaves open, and that would make another story if it were guessed. */
export interface Choice {
  /** The flag that makes it, without its dashes. */
  flag: string
  /** What is asked, as a whole sentence: `Which column ranks the rows?` */
  question: string
  candidates: readonly Candidate[]
  location: Location
}

/** So many candidates are named. */
const MOST_NAMED = 12

/** Thrown where the author has to choose; as an InputError it names the candidates and the flag. */
export class ChoiceError extends InputError {
  readonly choice: Choice
  constructor(choice: Choice) {
    super([{ location: choice.location, message: messageOf(choice) }])
    this.choice = choice
  }
}

function messageOf({ flag, question, candidates }: Choice): string {
  const named = candidates.slice(0, MOST_NAMED).map(({ value, hint }) => shown(value) + (hint ? ` (${hint})` : ''))
  const more = candidates.length > MOST_NAMED ? ` and ${candidates.length - MOST_NAMED} more` : ''
  const example = candidates[0] ? `; for example --${flag} ${inShell(candidates[0].value)}` : ''
  return `${question} Found ${named.join(', ')}${more}, expected one of them; name it with --${flag}${example}`
}

/** A word as a shell takes it. */
export function inShell(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
