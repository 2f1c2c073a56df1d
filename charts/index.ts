import { ladder } from './ladder.ts'
import { squareField } from './square-field.ts'

/** The scenes by the names that slides use. */
export const scenes = { field: squareField, ladder }
