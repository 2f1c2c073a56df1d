import { expect, test } from 'vitest'
import { readRows } from '../../src/table/read-rows.ts'
import { InputError } from '../../src/util/diagnostic.ts'

const described = {
  resources: [
    {
      path: 'list.csv',
      schema: {
        missingValues: [''],
        fields: [
          { name: 'name', type: 'string', constraints: { required: true } },
          { name: 'size', type: 'number' },
          { name: 'kind', type: 'string' },
        ],
      },
    },
  ],
}
const read = (text: string) => readRows(text, described, 'data/list.csv')

test('cells are asked for by column and type', () => {
  const [first, second] = read('name,size,kind\na,1.5,x\nb,,\n')
  expect([first?.text('name'), first?.number('size'), first?.optionalText('kind'), first?.optionalNumber('size')]).toEqual([
    'a',
    1.5,
    'x',
    1.5,
  ])
  expect([second?.optionalNumber('size'), second?.optionalText('kind')]).toEqual([null, null])
})

test('a column that is not there, or of another type, is named', () => {
  const [first] = read('name,size,kind\na,1.5,x\n')
  expect(() => first?.number('name')).toThrow('name: found `a`, expected a number; see datapackage.json')
  expect(() => first?.optionalNumber('sise')).toThrow('sise: found no such column')
  expect(() => first?.text('constructor')).toThrow('constructor: found no such column')
})

test('mistakes of the table are told together', () => {
  expect(() => read('name,size,kind\n,1.5,x\nb,much,x\n')).toThrow(InputError)
  expect(() => read('name,size,kind\n,1.5,x\nb,much,x\n')).toThrow(/list\.csv:2:1 name.*\n.*list\.csv:3:3 size/)
})

test('what was not asked for is handed over as it is', () => {
  const [first, second] = read('name,size,kind\na,1.5,x\nb,,\n')
  first?.text('name')
  expect([first?.more(), second?.more()]).toEqual([
    { size: 1.5, kind: 'x' },
    { name: 'b', size: null, kind: null },
  ])
})
