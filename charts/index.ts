import { ladder } from './ladder.ts'
import { map } from './map.ts'
import { portrait } from './portrait.ts'
import { ranking } from './ranking.ts'
import { scatter } from './scatter.ts'
import { squareField } from './square-field.ts'

/** The scenes by the names that slides use. */
export const scenes = { field: squareField, ladder, map, scatter, portrait, ranking }
