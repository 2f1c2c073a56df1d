import { InputError, readTable } from 'countdown-story'
import datapackage from './datapackage.json' with { type: 'json' }
import csv from './letters.csv'

const { diagnostics } = readTable(csv, datapackage, 'data/letters.csv')
if (diagnostics.length > 0) throw new InputError(diagnostics)

export const records = []
export const by = {}
