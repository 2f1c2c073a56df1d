import type { Trial } from './trial.ts'

/** Two builds of one folder at once. */
export const pairs: Trial = async (arena, rounds) => {
  const wrong: string[] = []
  const { hashes } = await arena.references()
  const won = { old: 0, new: 0 }
  for (let round = 0; round < rounds; round++) {
    const endings = await Promise.all([arena.build('old'), arena.build('new')])
    for (const ending of endings) if (ending.code !== 0) wrong.push(`round ${round}: ${ending.said.slice(-300)}`)
    const hash = arena.hash()
    if (hash === hashes.old) won.old++
    else if (hash === hashes.new) won.new++
    else wrong.push(`round ${round}: the folder is neither old nor new`)
    if (arena.leftovers().length > 0) wrong.push(`round ${round}: left ${arena.leftovers().join(', ')}`)
  }
  return { wrong, met: `the last word had the one ${won.old} and the other ${won.new} times` }
}
