import { resolve } from 'node:path'
import { serve } from '../../src/dev/serve.ts'
import { readFolder } from '../client/open-deck.ts'
import { type Driven, driveStory } from './drive.ts'
import type { Browser } from './driver.ts'
import { chromium, firefox } from './puppeteer-browsers.ts'
import { webkit } from './webdriver.ts'

/** Drives a built folder in one browser; undefined where it is not installed. */
export async function driveIn(browser: Browser, folder: string): Promise<(Driven & { version: string }) | undefined> {
  const running = await browser.start()
  if (!running) return undefined
  const server = await serve(() => readFolder(folder, ''), 4710)
  try {
    // The bundled browser looks no address up but this name.
    return { ...(await driveStory(running.window, server.url.replace('127.0.0.1', 'localhost'))), version: running.version }
  } finally {
    await running.close()
    await server.close()
  }
}

/** Slides whose marks are not those of another browser. */
export function differences(states: Driven['states'], others: Driven['states']): string[] {
  return Object.keys({ ...states, ...others }).filter((id) => states[id] !== others[id])
}

/*
 * npm run browsers [folder]: drives the deck, the speaker view and the reading page of a built folder, dist unless given, in each
 * browser that is installed. What stands on the stage must be the same mark by mark as in Chromium. Exit code 1 where anything is not.
 */
if (import.meta.main) {
  const folder = resolve(process.argv[2] ?? 'dist')
  let first: Driven | undefined
  for (const browser of [chromium, firefox, webkit]) {
    const driven = await driveIn(browser, folder)
    if (!driven) {
      console.log(`${browser.name}: skipped, it is not installed here`)
      continue
    }
    const other = first ? differences(first.states, driven.states).map((id) => `${id}: other marks than in Chromium`) : []
    first ??= driven
    const faults = [...driven.faults, ...other]
    const count = Object.keys(driven.states).length
    console.log(
      `${browser.name} (${driven.version}): ${count} slides, ${faults.length === 0 ? 'all as they should be' : 'not as they should be:'}`,
    )
    for (const fault of faults) console.log(`  ${fault}`)
    if (faults.length > 0) process.exitCode = 1
  }
}
