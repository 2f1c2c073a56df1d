import type { Root } from 'mdast'
import { mathFromMarkdown } from 'mdast-util-math'
import { math } from 'micromark-extension-math'
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types'
import type {} from 'remark-parse'
import type { Processor } from 'unified'

const [DOLLAR, SLASH, LESS, BACKSLASH] = [36, 47, 60, 92]

/**
 * The remark plugin of formulas: `$x^2$` in a line, `$$` around one of its own. A dollar is money unless it stands as pandoc has
 * it: before a formula no letter or digit and after it no space; at its end no space before it and no digit after it. No formula
 * has the end of an element in it.
 */
export function remarkFormulas(this: Processor<Root>): undefined {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.fromMarkdownExtensions ??= []
  data.micromarkExtensions.push(withoutMoney(math()))
  data.fromMarkdownExtensions.push(mathFromMarkdown())
}

function withoutMoney(extension: Extension): Extension {
  const text = extension.text?.[DOLLAR]
  if (!text || Array.isArray(text)) throw new TypeError('found no construct of formulas in lines')
  const { tokenize, previous } = text as Construct
  const guarded: Construct = {
    ...(text as Construct),
    previous(code) {
      return !isWord(code) && (previous?.call(this, code) ?? true)
    },
    tokenize(effects, ok, nok) {
      return effects.check(isFormula, tokenize.call(this, effects, ok, nok), nok)
    },
  }
  return { ...extension, text: { ...extension.text, [DOLLAR]: guarded } }
}

/** Looks ahead to the end of what one dollar begins; two dollars always begin a formula. */
const isFormula: Construct = { tokenize: lookAhead, partial: true }

function lookAhead(effects: Effects, ok: State, nok: State): State {
  let before: Code = null
  const take = (next: State) => (code: Code) => {
    before = code
    effects.enter('data')
    effects.consume(code)
    effects.exit('data')
    return next
  }
  const first: State = (code) => (code === DOLLAR ? ok(code) : isSpace(code) ? nok(code) : within(code))
  const within: State = (code) => {
    if (code === null || (code === SLASH && before === LESS)) return nok(code)
    if (code !== DOLLAR || before === BACKSLASH) return take(within)(code)
    return isSpace(before) ? nok(code) : take(after)(code)
  }
  const after: State = (code) => (isDigit(code) ? nok(code) : ok(code))
  return (code) => take(first)(code)
}

/** Line ends and tabs are negative. */
function isSpace(code: Code): boolean {
  return code === null || code <= 32
}

function isDigit(code: Code): boolean {
  return code !== null && code >= 48 && code <= 57
}

function isWord(code: Code): boolean {
  return code !== null && code > 0 && /[\p{L}\p{N}]/u.test(String.fromCodePoint(code))
}
