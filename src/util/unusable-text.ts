import { shown } from './diagnostic.ts'

/** More characters than anyone reads in a cell, a name or a label. */
const MOST_CHARACTERS = 10_000

/** Why a text can be told by nobody: it is endless, or holds half of a character, which no file can store. Undefined for others. */
export function unusableText(text: string): string | undefined {
  if (text.length > MOST_CHARACTERS)
    return `found ${shown(text)}, ${text.length} characters, expected at most ${MOST_CHARACTERS}; shorten it`
  if (!text.isWellFormed())
    return `found ${shown(text)}, in which half of a character is missing, expected whole ones; write it anew`
  return undefined
}
