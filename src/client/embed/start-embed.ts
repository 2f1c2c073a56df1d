import { makeTablesSortable } from '../ui/sortable.ts'
import { tellHeight } from './tell-height.ts'

/* The start file of an embedded chart. */

tellHeight()
makeTablesSortable(document)
