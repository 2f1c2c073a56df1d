import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Ask, init } from '../../src/init/init.ts'
import { ChoiceError } from '../../src/table/choice.ts'
import { UsageError } from '../../src/util/diagnostic.ts'
import { runFolder } from '../run-folder.ts'

const work = runFolder('init-ask')
const open = join(work, 'open.csv')
writeFileSync(open, 'Runner,Weight,Time\nAba,61,2:05:00\nBex,55,2:10:00\nCor,58,2:07:00\n')
const long = join(work, 'long.csv')
writeFileSync(long, `Name,Size\n${Array.from({ length: 70 }, (_, index) => `n${index},${index * 7 + 1}`).join('\n')}\n`)

/** What is written to the terminal, and the questions that were asked, each with what was answered. */
function effects(answers: readonly (string | undefined)[] = []) {
  const asked: string[] = []
  let said = ''
  const left = [...answers]
  const ask: Ask = async ({ question, candidates }) => {
    asked.push(`${question} ${candidates.map(({ value }) => value).join(' ')}`)
    return left.shift()
  }
  const terminal = { write: (text: string) => (said += text), interactive: true }
  return { asked, said: () => said, terminal, ask }
}

describe('in a terminal', () => {
  test('what is open is asked, one after the other, and the answers are used', async () => {
    const { asked, said, terminal, ask } = effects(['Time', 'smallest'])
    await init(join(work, 'asked'), open, {}, { terminal, ask })
    expect(asked).toEqual(['Which column ranks the rows? Weight Time', 'Which Time is #1? smallest largest file'])
    expect(said()).toContain('value     `Time` in s')
    expect(readFileSync(join(work, 'asked/data/format.ts'), 'utf8')).toContain('duration: true')
  })

  test('a question that is not answered ends it, and nothing is written', async () => {
    const { terminal, ask } = effects([undefined])
    await expect(init(join(work, 'none'), open, {}, { terminal, ask })).rejects.toThrow(UsageError)
    expect(existsSync(join(work, 'none'))).toBe(false)
  })

  test.each([
    ['25', 25],
    ['all', 70],
  ])('a long list is proposed to be cut: %s', async (answer, rows) => {
    const { asked, terminal, ask } = effects([answer])
    const folder = join(work, `long-${answer}`)
    await init(folder, long, {}, { terminal, ask })
    expect(asked).toEqual(['70 records make a long talk. How many are told? 25 50 all'])
    expect(readFileSync(join(folder, 'data/long.csv'), 'utf8').trim().split('\n')).toHaveLength(rows + 1)
    const sources = readFileSync(join(folder, 'slides/sources.mdx'), 'utf8')
    expect(sources.includes('rest.count')).toBe(rows < 70)
  })
})

test('elsewhere what is open is an error with candidates and flag', async () => {
  const { terminal } = effects()
  const attempt = init(join(work, 'elsewhere'), open, {}, { terminal })
  await expect(attempt).rejects.toThrow(ChoiceError)
  await expect(attempt).rejects.toThrow(
    'Found `Weight` (55 to 61), `Time` (7500 to 7800), expected one of them; name it with --value; for example --value Weight',
  )
})

test('what goes along the ranks but for a row does so by chance where something else is a measure', async () => {
  const rows = '124,24 153,26 151,28 139,30 152,32 145,34 118,36 131,38 144,39 157,44 110,51 123,35'.split(' ')
  const table = join(work, 'race.csv')
  writeFileSync(table, `Place,Runner,Distance,Age\n${rows.map((cells, at) => `${at + 1},r${at}x,${cells}\n`).join('')}`)
  await expect(init(join(work, 'race'), table, {}, { terminal: effects().terminal })).rejects.toThrow(
    'Which column ranks the rows?',
  )
})

describe('a dry run', () => {
  test('writes nothing, and needs no folder', async () => {
    const { said, terminal } = effects()
    await init('.', long, { dryRun: true }, { terminal })
    expect(said()).toContain('  Name    name   text    n0      n1      n2      n3      n4\n')
    expect(said()).not.toContain('build them')
  })

  test('as JSON says one object and nothing else', async () => {
    const { said, terminal } = effects()
    const stdin = async () =>
      Buffer.from('Rank,Town,Size (km),Kind,Age\n1,Aba,9,x,3\n2,Bex,5,y,4\n3,Cor,4,x,1\n4,Dun,2,y,2\n,Total,20,,10\n')
    await init('.', '-', { dryRun: true, json: true }, { terminal, stdin })
    expect(JSON.parse(said())).toEqual({
      title: 'Size',
      name: 'Town',
      value: 'Size (km)',
      rank: 'Rank',
      first: 'largest',
      unit: 'km',
      language: 'en',
      rows: 4,
      group: 'Kind',
      facts: ['Age'],
      leftOut: [{ line: 6, name: 'Total', why: 'it is a total' }],
      acts: [{ from: 4, to: 1 }],
    })
  })
})
