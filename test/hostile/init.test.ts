import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { init } from '../../src/init/init.ts'
import { textOf } from '../../src/tree/text-of.ts'
import { writeTree } from '../../src/tree/write-tree.ts'
import { createReport } from '../../src/util/report.ts'
import { composeStory } from '../compose-story.ts'
import { runFolder } from '../run-folder.ts'
import { PAYLOADS } from './payloads.ts'

const work = runFolder('hostile-init')
const terminal = { write: () => true, interactive: false }
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** Names of columns that would run as TypeScript, MDX, JSON or YAML, if they were written there as they stand. */
const HEADS = [
  `name"'\`+globalThis.pwned()+\``,
  `size'); globalThis.pwned(); // \${globalThis.pwned()} */ -->`,
  '</script>\n---\n# {globalThis.pwned()} `x`',
]

test('a table of texts that would run becomes a deck that tells them as text', async () => {
  let ran = 0
  Object.assign(globalThis, { pwned: () => ran++ })
  const table = join(work, `it's "a" \`table\` $(touch ran) \${x}.csv`)
  const rows = PAYLOADS.map((payload, index) => [quoted(payload), index * 3 + 1, quoted(PAYLOADS[index % 3] ?? '')].join(','))
  writeFileSync(table, `${HEADS.map(quoted).join(',')}\n${rows.join('\n')}\n`)
  const folder = join(work, 'deck')
  await init(folder, table, terminal)
  const { slides } = await composeStory(folder, createReport(terminal))
  // Long names are shortened.
  const told = slides.flatMap(({ record }) => (record ? [record.name.replace('…', '')] : []))
  expect(PAYLOADS.filter((payload) => !told.some((name) => payload.startsWith(name)))).toEqual([])
  for (const { content, record } of slides) {
    expect(writeTree(content)).not.toMatch(/<(?:img|script|iframe|Alpha)|<svg onload|evil\.example"/)
    if (record) expect(textOf(content)).toContain(record.name)
  }
  expect([ran, existsSync(join(work, 'ran')), existsSync('ran')]).toEqual([0, false, false])
})
