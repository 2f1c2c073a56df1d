import type { Choice } from '../table/choice.ts'

/** Asks the author at the terminal; resolves to the answer, or to nothing when it is refused. A parameter of `init`, so that tests answer. */
export type Ask = (choice: Pick<Choice, 'question' | 'candidates'>) => Promise<string | undefined>

/** Asks with the arrow keys. */
export const askInTerminal: Ask = async ({ question, candidates }) => {
  const { isCancel, select } = await import('@clack/prompts')
  const options = candidates.map(({ value, hint }) => ({ value, label: value, ...(hint !== undefined && { hint }) }))
  const answer = await select({ message: question, options })
  return isCancel(answer) ? undefined : answer
}
