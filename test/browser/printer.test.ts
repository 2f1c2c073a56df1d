import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, describe, expect, test } from 'vitest'
import type { RunningBrowser } from '../../src/browser/launch.ts'
import { openBrowser } from '../../src/browser/open.ts'
import { createPrinter } from '../../src/browser/printer.ts'
import type { PdfFacts } from '../../src/pdf/facts.ts'
import { EnvironmentError, NoBrowserError } from '../../src/util/diagnostic.ts'
import { readPdf } from '../pdf/read-pdf.ts'
import { openBundled } from './open-bundled.ts'
import { survivorsOf } from './processes.ts'
import { script, work } from './script.ts'

const page = (body: string) =>
  `<!doctype html><html lang="de"><title>Ein Titel</title><style>@page{size:400px 300px;margin:0}section{break-after:page}</style>${body}`
const LONG = page(Array.from({ length: 600 }, (_, index) => `<section><h1>Page ${index}</h1></section>`).join(''))

/** What a document is that was printed in one part. */
async function factsOf(printing: Promise<Uint8Array[]>): Promise<PdfFacts> {
  const [bytes = new Uint8Array()] = await printing
  return readPdf(bytes)
}

describe('with a browser', () => {
  const printer = createPrinter({ open: openBundled })
  afterAll(() => printer.close())

  test('pages of the size that the style sheet says, tagged, with language, title and bookmarks', async () => {
    const [bytes = new Uint8Array()] = await printer.pdf(page('<section><h1>Eins</h1></section><section><h1>Zwei</h1></section>'))
    const facts = readPdf(bytes)
    expect(Buffer.from(bytes).toString('latin1')).toContain('/StructTreeRoot')
    expect(facts).toMatchObject({ title: 'Ein Titel', language: 'de', bookmarks: [{ title: 'Eins' }, { title: 'Zwei' }] })
    expect(facts.pages.map(({ width, height, text }) => [Math.round(width), Math.round(height), text])).toEqual([
      [300, 225, 'Eins'],
      [300, 225, 'Zwei'],
    ])
  })

  test('several at once', async () => {
    const printed = await Promise.all(['a', 'b', 'c'].map((text) => factsOf(printer.pdf(page(`<p>${text}</p>`)))))
    expect(printed.map(({ pages }) => pages[0]?.text)).toEqual(['a', 'b', 'c'])
  })

  test('no script runs', async () => {
    const html = page('<p id="p">before</p><script>p.textContent = "after"</script><img src="x" onerror="p.textContent = 1">')
    expect((await factsOf(printer.pdf(html))).pages[0]?.text).toBe('before')
  })

  test('nothing is fetched from the network or from disk', async () => {
    writeFileSync(join(work, 'secret.txt'), 'secret')
    const requests: (string | undefined)[] = []
    const server = createServer((request, response) => {
      requests.push(request.url)
      response.end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const html = page(
      `<p>shown</p><img src="${address}/image"><link rel="stylesheet" href="${address}/style"><iframe src="${address}/frame"></iframe><iframe src="file://${work}/secret.txt"></iframe>`,
    )
    const text = (await factsOf(printer.pdf(html))).pages.map((each) => each.text).join('')
    server.close()
    expect(requests).toEqual([])
    expect(text).toBe('shown')
  })

  test('photographs of a page from the top down, in device pixels', async () => {
    const html = '<body style=margin:0><div style=height:63px;background:red></div><div style=height:99px;background:#00f></div>'
    const photographs = await printer.photograph(html, { width: 120, height: 63, scale: 2 }, 2)
    const pictures = photographs.map((png) => PNG.sync.read(Buffer.from(png)))
    expect(pictures.map(({ width, height, data }) => [width, height, ...data.subarray(0, 4)])).toEqual([
      [240, 126, 255, 0, 0, 255],
      [240, 126, 0, 0, 255, 255],
    ])
  })
})

describe('without a browser', () => {
  test('nothing is reported before something is printed, and then three ways to fix it', async () => {
    const unhandled: unknown[] = []
    const note = (reason: unknown) => unhandled.push(reason)
    process.on('unhandledRejection', note)
    const printer = createPrinter({ open: () => openBrowser({ candidates: [] }) })
    await new Promise((resolve) => setTimeout(resolve, 50))
    process.off('unhandledRejection', note)
    expect(unhandled).toEqual([])
    const error = await printer.pdf('').catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(NoBrowserError)
    expect(String(error)).toMatch(
      /found no browser, without which there are no PDFs and no pictures; install Google Chrome.*PUPPETEER_EXECUTABLE_PATH.*npx puppeteer browsers install/s,
    )
    await printer.close()
  })
})

/** Opens browsers that are killed while they print, the first so many of them. */
function dying(times: number) {
  const opened: RunningBrowser[] = []
  const open = async () => {
    const running = await openBundled()
    opened.push(running)
    if (opened.length <= times)
      running.browser.once('targetcreated', () => setTimeout(() => process.kill(-running.pid, 'SIGKILL'), 60))
    return running
  }
  return { open, opened }
}

describe('a browser that dies while it prints', () => {
  test('once is made good by a fresh one, also for several pages at once', async () => {
    const { open, opened } = dying(1)
    const printer = createPrinter({ open })
    const printed = await Promise.all([factsOf(printer.pdf(LONG)), factsOf(printer.pdf(LONG))])
    expect(printed.map(({ pages }) => pages.length)).toEqual([600, 600])
    expect(opened.length).toBe(2)
    await printer.close()
    for (const { pid } of opened) expect(await survivorsOf(pid)).toEqual([])
  })

  test('twice is an error that says so', async () => {
    const { open, opened } = dying(2)
    const printer = createPrinter({ open })
    const error = await printer.pdf(LONG).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(EnvironmentError)
    expect(error).not.toBeInstanceOf(NoBrowserError)
    expect(String(error)).toMatch(/died twice/)
    expect(opened.length).toBe(2)
    await printer.close()
  })

  test('before it prints does not matter', async () => {
    const first = openBundled()
    let opens = 0
    const printer = createPrinter({ open: () => (opens++ === 0 ? first : openBundled()) })
    process.kill(-(await first).pid, 'SIGKILL')
    expect((await factsOf(printer.pdf(page('<p>still</p>')))).pages[0]?.text).toBe('still')
    await printer.close()
  })
})

test('a page that takes too long is an error; the next one prints', async () => {
  const printer = createPrinter({ open: openBundled, timeout: 4000 })
  const forever = { windows: [{ width: 99, height: 99 }], media: 'screen', script: 'new Promise(() => {})' } as const
  const error = await printer.measure('<p>one</p>', forever).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(EnvironmentError)
  expect(String(error)).toMatch(/longer than 4 s/)
  expect((await factsOf(printer.pdf('<p>next</p>'))).pages[0]?.text).toBe('next')
  await printer.close()
})

test('a browser that stops answering is ended in time, before it has opened a page as well as after', async () => {
  const { open, opened } = dying(0)
  const printer = createPrinter({ open, timeout: 4000 })
  await printer.version()
  const [first] = opened
  process.kill(-(first?.pid ?? 0), 'SIGSTOP')
  const error = await printer.pdf('<p>one</p>').catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(EnvironmentError)
  expect(String(error)).toMatch(/longer than 4 s/)
  expect(await survivorsOf(first?.pid ?? 0)).toEqual([])
  await printer.close()
})

test('nothing is left behind after close, even while it prints', async () => {
  const { open, opened } = dying(0)
  const printer = createPrinter({ open })
  const lost = printer.pdf(LONG.repeat(10)).catch((reason: unknown) => reason)
  await new Promise((resolve) => setTimeout(resolve, 300))
  await printer.close()
  expect(await lost).toBeInstanceOf(Error)
  expect(opened.length).toBe(1)
  expect(await survivorsOf(opened[0]?.pid ?? 0)).toEqual([])
})

test('close ends a browser that has stopped while it starts', async () => {
  const pid = join(work, 'pid')
  const path = script('stopping', `echo $$ > ${pid}.new; mv ${pid}.new ${pid}; kill -STOP $$`)
  const printer = createPrinter({ open: (stopped) => openBrowser({ candidates: [{ path, source: 'installed' }], stopped }) })
  const lost = printer.version().catch((reason: unknown) => reason)
  await expect.poll(() => existsSync(pid)).toBe(true)
  await printer.close()
  expect(await lost).toMatchObject({ name: 'AbortError' })
  expect(await survivorsOf(Number(readFileSync(pid, 'utf8')))).toEqual([])
})
