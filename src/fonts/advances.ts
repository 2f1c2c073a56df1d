import advances from './advances.json' with { type: 'json' }

const indexOf = new Map([...advances.characters].map((character, index) => [character, index]))
const faces: Readonly<Record<string, readonly number[]>> = advances.faces

/** The characters that the tables of advances hold: those of the main files of the story's families. */
export const TABLED = advances.characters

/** Advance of a character in thousandths of the font size; undefined where the tables do not hold it. */
export type AdvanceOf = (character: string) => number | undefined

/** The advances of a face; undefined for one without a table. Tables are of the weights 400 and 600. */
export function tableOf(family: string, weight: number): AdvanceOf | undefined {
  const table = faces[`${family} ${weight}`]
  return table && ((character) => table[indexOf.get(character) ?? -1])
}
