import { downloadsOf } from '../src/downloads.ts'
import { records } from './records.ts'
import csv from './trade-2023.csv'

/** Data files for download, by file name. */
export const downloads = downloadsOf('trade-2023', csv, records)
