/** Marks of Markdown that mean something where they are read as such, and what is expected of each. */
const MARKS: readonly [mark: RegExp, expected: string][] = [
  [/\*\*|__(?=\S)(?!proto)|(?<=\S)__/g, 'emphasis such as `**words**`, without spaces inside'],
  [/~~/g, 'struck words such as `~~words~~`, without spaces inside'],
  [/\[\^[^\]\s]+\]/g, 'a footnote whose text is on a line `[^name]: …` of the same file'],
  [/^\s*[-*+] \[[ xX]?\](?=\s|$)|^\[[ xX]\](?=\s)/gm, 'a task such as `- [ ] words`, on a line of its own after an empty one'],
  [
    /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*(?::?-+:?)?[ \t]*\|?[ \t]*$/gm,
    'a table with as many columns in this line as in its heads, after an empty line',
  ],
  [/^[ \t]*```/gm, 'a fence of three backticks that is closed'],
]

/** A mark that would be printed as it stands. */
export interface RawMark {
  mark: string
  expected: string
  /** 0-based, in the text. */
  offset: number
}

/** The marks of Markdown in text that should have none. A backslash before a mark says that the characters are meant. */
export function rawMarks(text: string): RawMark[] {
  return MARKS.flatMap(([pattern, expected]) =>
    [...text.matchAll(pattern)]
      .filter(({ index }) => text[index - 1] !== '\\')
      .map(({ 0: mark, index }) => ({ mark: mark.trim(), expected, offset: index + mark.length - mark.trimStart().length })),
  ).toSorted((a, b) => a.offset - b.offset)
}

/** The message for one of them. */
export function rawMarkMessage({ mark, expected }: RawMark): string {
  return `found \`${mark}\`, which would be printed as it stands, expected ${expected}; write a backslash before it for the characters themselves`
}
