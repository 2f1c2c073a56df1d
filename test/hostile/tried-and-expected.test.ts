import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const TEST = join(import.meta.dirname, '..')

/** What the project promises to survive, and where that is held: the file below test/, and what the line or the test there says. */
const HELD: readonly (readonly [tried: string, file: string, says: string | RegExp])[] = [
  ['a request for the host evil.com', 'server/serve.test.ts', /evil\.com.*403/],
  ['a request for the host localhost.evil.com', 'server/serve.test.ts', /localhost\.evil\.com.*403/],
  ['a request for /.env', 'server/serve.test.ts', /\/\.env.*404/],
  ['a request for /../x', 'server/serve.test.ts', /'\/\.\.\/.*400/],
  ['a request for /%2e%2e/x', 'server/serve.test.ts', /%2e%2e.*400/],
  ['POST', 'server/serve.test.ts', /'POST'.*405/],
  ['a script of another site', 'server/serve.test.ts', /cross-site.*script.*403/],
  ['a cell that holds <img src=x onerror=…>', 'hostile/inert.test.ts', 'take every text for text'],
  ['a cell that holds </script><script>', 'hostile/payloads.ts', '</script><script>'],
  ['data from another host in a chart', 'decks/broken-remote-data/expected.txt', 'found data from'],
  ['a row too short', 'hostile/tables.test.ts', 'a row too short'],
  ['a quote that is never closed', 'hostile/tables.test.ts', 'a quote that is never closed'],
  ['semicolons between the columns', 'hostile/tables.test.ts', 'semicolons between the columns'],
  ['1,5', 'hostile/cells.test.ts', 'a decimal comma'],
  ['a header twice', 'hostile/tables.test.ts', 'a header twice'],
  ['UTF-16', 'hostile/tables.test.ts', 'UTF-16, little end first'],
  ['an unclosed { in a slide', 'decks/broken-unclosed-brace/expected.txt', /^slides\/door\.mdx:\d+:\d+ /],
  ['an unknown component', 'decks/broken-unknown-component/expected.txt', /^slides\/door\.mdx:\d+:\d+ /],
  ['a slide that throws, beside others that are wrong', 'decks/broken-throws/expected.txt', '2 problems'],
  ['outputs into the source folder', 'hostile/command-line.test.ts', 'the deck itself'],
  ['outputs into /', 'hostile/command-line.test.ts', 'the root'],
  ['outputs into a file', 'hostile/command-line.test.ts', 'a file'],
  ['outputs into a folder with foreign files', 'hostile/command-line.test.ts', 'a folder with foreign files'],
  ['two builds at once', 'torture/torture.test.ts', 'when two build at once'],
  ['kill -9 at any moment', 'torture/torture.test.ts', 'when builds are killed'],
  ['a full disk', 'torture/torture.test.ts', 'when the disk is full'],
  ['no browser', 'hostile/environment.test.ts', 'three ways to fix it, and the pages are made'],
  ['a browser that is killed as it prints', 'torture/torture.test.ts', 'when the browser is killed'],
  ['one death of the browser made good, a second told', 'browser/printer.test.ts', 'twice is an error that says so'],
  ['no, one and a thousand slides', 'hostile/sizes.test.ts', 'a thousand records'],
  ['other time zones, languages and umasks', 'reproducible/elsewhere.test.ts', "timeZone: 'Asia/Kathmandu'"],
]

test.for(HELD)('%s is held by %s', ([, file, says]) => {
  const text = readFileSync(join(TEST, file), 'utf8')
  expect(typeof says === 'string' ? text.includes(says) : says.test(text)).toBe(true)
})
