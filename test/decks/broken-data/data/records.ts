import { InputError, readTable } from 'countdown-story'
import datapackage from './datapackage.json' with { type: 'json' }
import csv from './letters.csv'

const { problems } = readTable(csv, datapackage, 'data/letters.csv')
if (problems.length > 0) throw new InputError(problems)

export const records = []
export const by = {}
