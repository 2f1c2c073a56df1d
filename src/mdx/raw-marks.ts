/** Marks that mean something where they are read as such, here or in other tools, and what is expected of each. */
const MARKS: readonly [mark: RegExp, expected: string][] = [
  [/\*\*|__(?=\S)(?!proto)|(?<=\S)__/g, 'emphasis such as `**words**`, without spaces inside'],
  [/~~/g, 'struck words such as `~~words~~`, without spaces inside'],
  [/\[\^[^\]\s]+\]/g, 'a footnote whose text is on a line `[^name]: …` of the same file'],
  [/^\s*[-*+] \[[ xX]?\](?=\s|$)|^\[[ xX-]\](?=\s)/gm, 'a task such as `- [ ] words`, on a line of its own after an empty one'],
  [
    /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*(?::?-+:?)?[ \t]*\|?[ \t]*$/gm,
    'a table with as many columns in this line as in its heads, after an empty line',
  ],
  [/^[ \t]*```/gm, 'a fence of three backticks that is closed'],
  [/^\|.*[^\s|:-].*\|[ \t]*(?=\n\|.*[^\s|:-])/g, 'a line `| --- | --- |` below the heads of a table'],
  [/\[![a-z]+\]/gi, 'what it is, in words: `> **Note** …`'],
  [/(?<![\w:]):[+-]?[a-z1][\w+-]*:(?![\w:])/gi, 'the emoji itself'],
  [/!?\[\[[^\]\n]+\]\]/g, '`[words](#id)` for a link to a slide, `![words](file)` for a picture'],
  [/^\[TOC\]$/gim, 'nothing; the overview of the deck and the acts of the page list what there is'],
  [/(?<![\w=])==(?=[^\s=])/g, '`<mark>words</mark>`'],
  [/(?<![\w+])\+\+(?=\w)/g, '`<ins>words</ins>`'],
  [/(?<![\w%])%%(?=\S)/g, 'a comment such as `{/* words */}`'],
  [/\^[^\s^[\]]+\^/g, '`<sup>words</sup>`'],
  [/\^\[(?=[^\]\n]+\])/g, 'a footnote such as `[^name]`, with its text on a line `[^name]: …`'],
  [/(?<=\S)\]\[[^\]\n]*\]/g, 'an address for it, on a line `[name]: https://…`'],
  [
    /\]\(|\](?= \((?:https?:|#|\.{0,2}\/))/g,
    'a link such as `[words](address)`: without a space between them or in the address, which `%20` is',
  ],
  [/(?<!`)`(?!`)/g, 'code between two of them'],
  [/\[@[\w:.-]+(?=[\],; ])/g, 'a footnote such as `[^name]`, with its text on a line `[^name]: …`'],
  [/^[ \t]*(?:#{1,6}(?=[^\s#\d])|={3,}[ \t]*$)/gm, 'a headline such as `# words`, with a space'],
  [/^(?:!!!|\?\?\?\+?)(?= \w)|^\.\. \w+::/gm, 'what it is, in words: `> **Note** …`'],
  [/^[ \t]*::.*$/gm, 'a component, or a layout: <Columns>, <Steps>, `layout: compare`'],
  [/(?<=\n)[ \t]*:(?=[ \t]+\S)/g, 'a list such as `- **term**: what it means`'],
  [/^\*\[[^\]\n]+\]:/gm, '`<abbr title="…">`'],
  [/^\+\+\+[ \t]*$/gm, 'frontmatter in YAML, between lines `---`'],
  [/^\. \. \.[ \t]*$/gm, '<Steps> around what comes step by step'],
  [/^Notes?:[ \t]*(?=\n)/gim, '`<Notes>words</Notes>` for what the speaker alone sees'],
  [/\\\((?=[^\n]*\\\))|\\\[(?=\s[^\]]*\s\\\])/g, 'a formula such as `$x$`, or between lines `$$`'],
]

/** What other tools read of a picture's words: where it stands and how large it is. */
export const PICTURE_MARK = /^(?:bg|(?:w|h|width|height):\S+)(?:\s.*)?$|\s=\d*x\d*$|\|\d+(?:x\d+)?$/

/** The marks of Markdown in text that should have none, with 0-based offsets. A backslash before a mark says that the characters are meant. */
export function rawMarks(text: string) {
  return MARKS.flatMap(([pattern, expected]) =>
    [...text.matchAll(pattern)]
      .filter(({ index }) => text[index - 1] !== '\\')
      .map(({ 0: mark, index }) => ({ mark: mark.trim(), expected, offset: index + mark.length - mark.trimStart().length })),
  ).toSorted((a, b) => a.offset - b.offset)
}

/** The message for one of them. */
export function rawMarkMessage({ mark, expected }: ReturnType<typeof rawMarks>[number]): string {
  return `found \`${mark}\`, which would be printed as it stands, expected ${expected}; write a backslash before it for the characters themselves`
}
