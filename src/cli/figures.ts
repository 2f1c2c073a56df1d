import { dirname, join, relative } from 'node:path'
import { composeStory } from '../load/compose-story.ts'
import { findDeck } from '../load/find-deck.ts'
import type { Fact } from '../story/description.ts'
import type { QuotedFigure, Story } from '../story/story.ts'
import { readBytes } from '../util/files.ts'
import { remember } from '../util/remember.ts'
import type { Report } from '../util/report.ts'

/** What a story says in numbers, for programs that check it. */
export interface Figures {
  title: string
  /** Where the data come from. */
  source: string
  /** The numbers in the words of slides: each with its expression, its place, and where that finds its values. */
  figures: readonly (QuotedFigure & { slide: string; definitions: readonly Definition[] })[]
  /** The facts of each record, as printed. */
  records: readonly { id: string; figure: string; facts: readonly Fact[] }[]
}

/** Lists every number that the slides of a folder say. Throws InputError for a deck with mistakes. */
export async function figures(folder: string, report: Report): Promise<Figures> {
  const root = findDeck(folder)
  return figuresOf(await composeStory(root, report), root)
}

/** The same of a story that is composed, whose deck lies in a folder. */
export function figuresOf({ deck, slides }: Story, root: string): Figures {
  const definitionsOf = createDefinitions(root)
  return {
    title: deck.title,
    source: deck.source,
    figures: slides.flatMap(({ id, figures: said = [] }) =>
      said.map((figure) => ({ slide: id, ...figure, definitions: definitionsOf(figure.formula, figure.file) })),
    ),
    records: deck.records.map(({ id }) => {
      const { figure, facts } = deck.describe(id)
      return { id, figure: `${figure.value} ${figure.caption}`, facts }
    }),
  }
}

/** The same for people: a line a number. */
export function figureLines({ figures: said }: Figures): string[] {
  const width = Math.max(0, ...said.map(({ value }) => value.length))
  return said.map(({ value, formula, file, line, column }) => `${value.padEnd(width)}  ${file}:${line}:${column}  ${formula}`)
}

/** Where a name of a formula comes from, and what is said of it there. */
export interface Definition {
  name: string
  file: string
  line: number
  /** The comment before it. */
  says?: string
  /** Its source, the first statement of it. */
  code: string
}

const IMPORT = /^import\s+(?:\*\s+as\s+(\w+)|\{([^}]*)\})\s+from\s+['"](\.[^'"]+)['"]/gm

/** Finds the definitions of what slides import from the deck's own files: `figures.total` in `data/figures.ts`. */
function createDefinitions(folder: string) {
  const [texts, known] = [new Map<string, string>(), new Map<string, ReturnType<typeof imports>>()]
  const read = (file: string) => remember(texts, file, () => String(Buffer.from(readBytes(join(folder, file)) ?? [])))
  return (formula: string, file: string): Definition[] => {
    const { spaces, names } = remember(known, file, () => imports(read(file), file))
    const members = [...formula.matchAll(/(?<![\w.])(\w+)\.(\w+)/g)].flatMap(([, space = '', name = '']) => {
      const from = spaces.get(space)
      return from === undefined ? [] : [definition(name, from, read(from))]
    })
    // What is called is a formatter.
    const values = [...formula.matchAll(/(?<![\w.])(\w+)\b(?!\s*\()/g)].flatMap(([, name = '']) => {
      const from = names.get(name)
      return from === undefined ? [] : [definition(name, from, read(from))]
    })
    return [...members, ...values].filter((found) => found !== undefined)
  }
}

function imports(text: string, file: string): { spaces: Map<string, string>; names: Map<string, string> } {
  const [spaces, names] = [new Map<string, string>(), new Map<string, string>()]
  for (const [, space, list = '', path = ''] of text.matchAll(IMPORT)) {
    const from = relative('.', join(dirname(file), path)).replaceAll('\\', '/')
    if (space) spaces.set(space, from)
    for (const name of list.split(',').map((each) => each.trim())) if (name !== '') names.set(name, from)
  }
  return { spaces, names }
}

/** An exported constant or function with the comment right before it. */
function definition(name: string, file: string, text: string): Definition | undefined {
  const found = new RegExp(
    `(?:/\\*\\*((?:(?!\\*/)[^])*)\\*/\\s*)?export (?:const|function) ${name}\\b[^]*?(?=\\n(?:/\\*\\*|export|const|function|\\n|//)|$)`,
  ).exec(text)
  if (!found) return undefined
  const at = found.index + found[0].indexOf('export ')
  const says = found[1]?.replace(/\s*\n\s*\*\s?/g, ' ').trim()
  return {
    name,
    file,
    line: text.slice(0, at).split('\n').length,
    ...(says && { says }),
    code: found[0].slice(found[0].indexOf('export ') + 'export '.length).trim(),
  }
}
