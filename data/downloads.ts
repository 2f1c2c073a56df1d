import { downloadsOf } from 'countdown-story'
import { records } from './records.ts'
import csv from './trade-2023.csv'

/** Data files for download, by file name. */
export const downloads = downloadsOf('trade-2023', csv, records)
