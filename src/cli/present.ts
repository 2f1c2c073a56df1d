import { spawn } from 'node:child_process'
import { serve } from '../dev/serve.ts'
import { repair } from '../publish/publish.ts'
import { readOutputs } from '../publish/read-built.ts'
import type { Terminal } from '../util/report.ts'

/** Opens a URL in the user's browser; nothing happens where there is none, since the URL is printed too. */
function openInBrowser(url: string): void {
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[String(process.platform)] ?? ['xdg-open']
  spawn(command ?? 'xdg-open', [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}

/** Serves a built output folder on loopback until `stopped` fires. Throws InputError when nothing is built there, or files of it are damaged. */
export async function present(
  folder: string,
  { terminal, stopped, open = openInBrowser }: { terminal: Terminal; stopped: AbortSignal; open?: (url: string) => void },
): Promise<void> {
  await repair(folder)
  const files = readOutputs(folder)
  const server = await serve(() => files, 4343)
  terminal.write(`Presenting ${folder} at ${server.url}\nPress Ctrl-C to stop.\n`)
  open(server.url)
  await new Promise<void>((resolve) => stopped.addEventListener('abort', () => resolve(), { once: true }))
  await server.close()
}
