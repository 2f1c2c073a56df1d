import { type DataCase, HEAD, outcomeOf, row } from './letters.ts'
import { testStored } from './stored.ts'

const utf16 = Buffer.from(`\uFEFF${row('1,Alpha,9,Greek')}`, 'utf16le')

/** The file as a whole, its columns and its rows. */
const TABLE: readonly DataCase[] = [
  // — the file as a whole —
  ['nothing at all', ''],
  ['blank lines', '\n\n \n'],
  ['a header only', HEAD],
  ['UTF-16, little end first', utf16],
  ['UTF-16, big end first', Buffer.from(utf16).swap16()],
  ['Latin-1', Buffer.from(row('1,Café,9,Greek'), 'latin1')],
  ['a byte order mark', `\uFEFF${row('1,Alpha,9,Greek')}`],
  ['Windows line ends', row('1,Alpha,9,Greek').replaceAll('\n', '\r\n')],
  ['line ends of old Macs', row('1,Alpha,9,Greek').replaceAll('\n', '\r')],
  ['no line end at the end', row('1,Alpha,9,Greek').trimEnd()],
  ['semicolons between the columns', `${HEAD}1,Alpha,9,Greek\n`.replaceAll(',', ';')],
  ['tabs between the columns', `${HEAD}1,Alpha,9,Greek\n`.replaceAll(',', '\t')],
  ['a table of HTML', '<table><tr><td>rank</td></tr></table>'],
  ['blank lines among its rows', row('\n2,Alpha,9,Greek\n\n1,Beta,4,Greek\n\n')],
  ['quotes around every cell', row('"1","Alpha","9","Greek"')],
  // — columns —
  ['a header twice', 'rank,name,size,size\n1,Alpha,9,9\n'],
  ['a missing column', 'rank,name,family\n1,Alpha,Greek\n'],
  ['a column too many', 'rank,name,size,family,colour\n1,Alpha,9,Greek,red\n'],
  ['a misspelt column', 'rank,nmae,size,family\n1,Alpha,9,Greek\n'],
  ['a column without a name', 'rank,name,size,family,\n1,Alpha,9,Greek,\n'],
  ['columns in another order', 'family,size,name,rank\nGreek,9,Alpha,1\n'],
  ['columns called like members of every object', 'rank,name,size,constructor,__proto__\n1,Alpha,9,x,y\n'],
  // — rows —
  ['a row too short', row('1,Alpha,9')],
  ['a row too long', row('1,Alpha,9,Greek,more')],
  ['a row of empty cells', row(',,,')],
  ['a quote that is never closed', row('1,"Alpha,9,Greek\n2,Beta,4,Greek')],
  ['a quote in the middle of a cell', row('1,Al"pha",9,Greek')],
  ['a rank twice', row('1,Alpha,9,Greek\n1,Beta,4,Greek')],
  ['a name twice', row('1,Alpha,9,Greek\n2,Alpha,4,Greek')],
  ['two names with one id', row('1,Alpha Beta,9,Greek\n2,alpha-beta,4,Greek')],
]

testStored('tables', TABLE, ([, csv]) => outcomeOf(csv))
