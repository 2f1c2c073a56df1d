/** A text in pieces: as they are, or as the start and the length of what stood before. */
export type Folded = readonly (string | readonly [start: number, length: number])[]

/** The text that was folded. */
export function unfold(folded: Folded): string {
  return folded.reduce<string>((text, piece) => text + (typeof piece === 'string' ? piece : text.substr(...piece)), '')
}
