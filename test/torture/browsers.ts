import { setTimeout as sleep } from 'node:timers/promises'
import { browserOf, type During } from './arena.ts'
import { described, signalIfAlive, type Trial, versionOf } from './trial.ts'

/** Browsers killed at random moments of their lives: in even rounds the first, in odd ones each that is started. */
export const browsers: Trial = async (arena, rounds) => {
  const wrong: string[] = []
  const { hashes, took } = await arena.references()
  const met = { good: 0, given: 0, none: 0 }
  for (let round = 0; round < rounds; round++) {
    const version = versionOf(round)
    const before = arena.hash()
    const hunter = new Hunter(Math.random() * took * 0.6, round % 2 === 1)
    const ending = await arena.build(version, hunter.during)
    const killed = await hunter.stop()
    met[killed === 0 ? 'none' : ending.code === 0 ? 'good' : 'given']++
    const name = `round ${round}, ${killed} browsers killed (${described(ending)})`
    if (arena.hash() !== (ending.code === 0 ? hashes[version] : before))
      wrong.push(`${name}: the folder is not as it should be: ${ending.said.slice(-300)}`)
    if (killed < 2 && ending.code !== 0) wrong.push(`${name}: one death should be made good: ${ending.said.slice(-300)}`)
    if (ending.code !== 0 && !(ending.code === 3 && /died twice|killed while it started/.test(ending.said)))
      wrong.push(`${name}: ${ending.said.slice(-300)}`)
    await arena.quiet()
    if (arena.leftovers().length > 0) wrong.push(`${name}: left ${arena.leftovers().join(', ')}`)
  }
  return { wrong, met: `${met.good} deaths were made good, ${met.given} builds gave up, ${met.none} were done before` }
}

/** Kills the first browser of a build so many ms after it is seen, or every one, the later ones at once. */
class Hunter {
  #stopped = false
  #done = Promise.resolve(0)
  readonly #moment: number
  readonly #again: boolean

  constructor(moment: number, again: boolean) {
    this.#moment = moment
    this.#again = again
  }

  readonly during: During = (build) => {
    this.#done = this.#hunt(build)
    return () => {}
  }

  /** Resolves to the number of browsers killed. */
  stop(): Promise<number> {
    this.#stopped = true
    return this.#done
  }

  async #hunt(build: number): Promise<number> {
    let killed = 0
    while (!this.#stopped && (this.#again || killed === 0)) {
      const pid = browserOf(build)
      if (pid === undefined) {
        await sleep(10)
        continue
      }
      if (killed === 0) await sleep(this.#moment)
      // The build may have ended meanwhile; what it leaves is not ours to count.
      if (this.#stopped) break
      signalIfAlive(pid, 'SIGKILL')
      killed++
      await sleep(10)
    }
    return killed
  }
}
