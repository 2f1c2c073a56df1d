import { renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { present } from '../../src/cli/present.ts'
import { publish } from '../../src/publish/publish.ts'
import { InputError } from '../../src/util/diagnostic.ts'
import { freshFolder, origin } from '../publish/fresh-folder.ts'

const FILES = [
  { path: 'index.html', contents: '<!doctype html>the deck' },
  { path: 'read.html', contents: '<!doctype html>the page' },
]

/** Opens a folder as `present` does, and what its pages hold. */
async function presented(folder: string): Promise<string[]> {
  const stopping = new AbortController()
  const found: Promise<string>[] = []
  const open = (url: string) => {
    found.push(...['', 'read.html'].map((path) => fetch(url + path).then((response) => response.text())))
    void Promise.all(found).finally(() => stopping.abort())
  }
  await present(folder, { terminal: { write: () => undefined, interactive: false }, stopped: stopping.signal, open })
  return Promise.all(found)
}

test('what was built is served', async () => {
  const out = freshFolder()
  await publish(out, FILES, origin, [])
  expect(await presented(out)).toEqual(FILES.map(({ contents }) => contents))
})

test('a folder that a killed build left out of the way is put back first', async () => {
  const out = freshFolder()
  await publish(out, FILES, origin, [])
  renameSync(out, join(dirname(out), '.dist.stage-000000-1-01234567-old'))
  expect(await presented(out)).toEqual(FILES.map(({ contents }) => contents))
})

test('a file that is missing is named, and nothing is served', async () => {
  const out = freshFolder()
  await publish(out, FILES, origin, [])
  rmSync(join(out, 'read.html'))
  await expect(presented(out)).rejects.toThrow(InputError)
  await expect(presented(out)).rejects.toThrow(`${out}/read.html found nothing, expected the file that was built`)
})
