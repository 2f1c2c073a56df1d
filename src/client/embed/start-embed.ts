import { makeTablesSortable } from '../ui/sortable.ts'
import { reportHeight } from './report-height.ts'

/* The start file of an embedded chart. */

reportHeight()
makeTablesSortable(document)
