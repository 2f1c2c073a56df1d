import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import { bundledLanguages } from 'shiki/langs'

/** A piece of a line of code, and what it is: `keyword`, `string`, `comment` …; undefined where it is nothing special. */
export interface CodeToken {
  text: string
  kind?: string
}

const THEME = 'kinds'
/** Of words that are no language: code without colours. */
const PLAIN = new Set(['', 'text', 'txt', 'plain', 'plaintext'])

/** The names by which code may be highlighted. */
export const codeLanguages: readonly string[] = [...PLAIN, ...Object.keys(bundledLanguages)].filter((name) => name !== '')

let highlighter: Promise<HighlighterCore> | undefined

/** The lines of a code in one of the languages. Undefined for a language that is not known. */
export async function highlight(code: string, language: string): Promise<CodeToken[][] | undefined> {
  if (PLAIN.has(language)) return code.split('\n').map((text) => [{ text }])
  if (!Object.hasOwn(bundledLanguages, language)) return undefined
  highlighter ??= createHighlighterCore({
    engine: createJavaScriptRegexEngine(),
    themes: [createCssVariablesTheme({ name: THEME, variablePrefix: '', fontStyle: false })],
    langs: [],
  })
  const known = await highlighter
  await known.loadLanguage(bundledLanguages[language as keyof typeof bundledLanguages])
  // No limit: what a slow machine leaves out would be other bytes.
  const lines = known.codeToTokensBase(code, { lang: language, theme: THEME, tokenizeTimeLimit: 0 })
  return lines.map((line) =>
    line.map(({ content, color }) => {
      const kind = /^var\(token-([\w-]+)\)$/.exec(color ?? '')?.[1]
      return { text: content, ...(kind !== undefined && { kind }) }
    }),
  )
}
