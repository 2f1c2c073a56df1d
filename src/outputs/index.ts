import type { Output } from '../output.ts'
import { data } from './data.ts'
import { deck } from './deck.ts'
import { handout } from './handout.ts'
import { slides } from './slides.ts'

/** Everything a build makes, in the order of the summary; `--only` and `--help` read this table. */
export const outputs: readonly Output[] = [deck, slides, handout, data]
