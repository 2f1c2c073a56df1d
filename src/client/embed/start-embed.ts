import { makeTablesSortable } from '../explorer/sortable.ts'
import { createExplorer } from '../explorer/start-explorer.ts'
import { readEntries } from '../ui/entries.ts'
import { tellHeight } from './tell-height.ts'

/* The start file of an embedded chart. Charts themselves need no script; the one to explore does. */

tellHeight()
makeTablesSortable(document)
createExplorer(readEntries(document.querySelectorAll<HTMLElement>('.embed')), () => Promise.resolve())(0)
