import { parseXml, type XmlElement } from '@rgrove/parse-xml'
import { strFromU8, unzipSync } from 'fflate'
import { whatPacked } from '../decode.ts'
import { type Grid, unreadable } from '../grid.ts'
import { odsPages } from './ods.ts'
import { choosePage } from './page.ts'
import { xlsxPages } from './xlsx.ts'

/** The XML parts of a packed file, by name. */
export type Parts = (name: string) => XmlElement | undefined

/** No part of a workbook that one tells a story of is larger when it is unpacked. */
const LARGEST_PART = 200_000_000

/** Whether bytes are those of a packed file. */
export function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/** Reads the sheet of an Excel (XLSX) or OpenDocument (ODS) workbook. Throws ChoiceError where several hold a table. */
export function readWorkbook(bytes: Uint8Array, file: string, sheet?: string): Grid {
  const location = { file, line: 1, column: 1 }
  const names: string[] = []
  const refused = (message: string) => unreadable([{ location, message }])
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        return /\.(?:xml|rels)$/.test(name) && originalSize < LARGEST_PART
      },
    })
    const parts: Parts = (name) => {
      const part = unpacked[name]
      return part && (parseXml(strFromU8(part)).root ?? undefined)
    }
    const isOds = names.includes('content.xml') && !names.includes('word/document.xml')
    const pages = isOds ? odsPages(parts, file) : names.includes('xl/workbook.xml') ? xlsxPages(parts, file) : undefined
    if (!pages) return refused(whatPacked(names))
    const what = isOds ? 'an OpenDocument workbook' : 'an Excel workbook'
    if (pages.every(({ lines }) => lines.length === 0)) {
      return refused(`found ${what} with ${pages.length === 1 ? 'an empty sheet' : 'empty sheets'}, expected a table in one`)
    }
    const page = choosePage(pages, file, what, sheet)
    return { format: `${what}, sheet ${page.name}`, ...page }
  } catch (error) {
    // What the two libraries say of a damaged file is no fault of the generator.
    if (error instanceof Error && (error.name === 'XmlError' || 'code' in error))
      return refused(`found a damaged workbook (${error.message.split('\n')[0]}); open it in a spreadsheet and save it again`)
    throw error
  }
}
