import type { Claim, Form } from './claim.ts'

/** No form makes more than this part of the headlines. */
const MOST = 0.25
/** Sentences below a headline. */
const MOST_BELOW = 2
/** Characters that a headline has room for, and all that stands below it; longer ones are said where nothing shorter is true. */
const ROOM = { headline: 140, below: 180 }
/** Forms that only say where a record stands: enough for a headline, nothing below one. */
const PLAIN: readonly Form[] = ['stands', 'next', 'place', 'remain', 'textFact', 'first', 'opens', 'told', 'beyondLast']
/** Forms that say how far a record is from the one before: one of them is enough. */
const STEPS: readonly Form[] = ['above', 'below', 'widest', 'closest', 'tie', 'ratio']

/** What is said of a record: its headline, and what stands below. */
export interface Chosen {
  headline: Claim
  below: readonly Claim[]
}

/**
 * Chooses what is said of each record, in the order of telling: what is most worth saying, while no form comes too often or
 * twice within three.
 *
 * @param claims of each record, one at least
 */
export function chooseClaims(claims: readonly (readonly Claim[])[]): Chosen[] {
  const most = Math.max(1, Math.floor(claims.length * MOST))
  const heads = counter()
  const lower = counter()
  const recent: Form[] = []
  return claims.map((each) => {
    const fitting = each.filter(({ text }) => text.length <= ROOM.headline)
    const open = (fitting.length > 0 ? fitting : each).filter(({ form }) => heads.of(form) < most && form !== recent.at(-1))
    const worth = ({ form, score }: Claim) => score - (6 * heads.of(form)) / most - (recent.slice(-2).includes(form) ? 4 : 0)
    const headline = best(open.length > 0 ? open : each, worth)
    heads.add(headline.form)
    recent.push(headline.form)
    const below: Claim[] = []
    for (let round = 0; round < MOST_BELOW; round++) {
      const left = ROOM.below - below.reduce((sum, { text }) => sum + text.length, 0)
      const rest = each.filter(
        ({ form, text }) =>
          !PLAIN.includes(form) && text.length <= left && ![headline, ...below].some((claim) => isAlike(claim.form, form)),
      )
      if (rest.length === 0) break
      const claim = best(rest, ({ form, score }) => score - (6 * lower.of(form)) / claims.length)
      lower.add(claim.form)
      below.push(claim)
    }
    return { headline, below }
  })
}

function isAlike(one: Form, other: Form): boolean {
  return one === other || (STEPS.includes(one) && STEPS.includes(other))
}

function best(claims: readonly Claim[], worth: (claim: Claim) => number): Claim {
  return claims.reduce((one, other) => (worth(other) > worth(one) ? other : one))
}

function counter() {
  const counts = new Map<Form, number>()
  return {
    of: (form: Form) => counts.get(form) ?? 0,
    add: (form: Form) => counts.set(form, (counts.get(form) ?? 0) + 1),
  }
}
