import { type ChildProcess, spawn } from 'node:child_process'
import { type Browser, type Driver, until } from './driver.ts'
import { onPath } from './puppeteer-browsers.ts'

/** Keys that WebDriver has numbers for. */
const KEYS: Readonly<Record<string, string>> = {
  ArrowRight: '\ue014',
  ArrowLeft: '\ue012',
  Home: '\ue011',
  End: '\ue010',
  Enter: '\ue007',
  Escape: '\ue00c',
  PageDown: '\ue00f',
}
const PORT = 4787

/** An installed WebKitGTK, by classic WebDriver, on a screen of its own where the machine has none. */
export const webkit: Browser = {
  name: 'WebKit',
  async start() {
    const program = onPath('WebKitWebDriver')
    const screen = onPath('xvfb-run')
    if (program === undefined || (!process.env.DISPLAY && screen === undefined)) return undefined
    const driver = spawnDriver(program, process.env.DISPLAY ? undefined : screen)
    await until('the driver of WebKit listens', async () => (await fetch(`http://127.0.0.1:${PORT}/status`)).ok)
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { args: ['--automation'] } } }
    const session = await send<{ sessionId: string; capabilities: { browserVersion?: string } }>('POST', '/session', {
      capabilities,
    })
    const path = `/session/${session.sessionId}`
    const handle = await send<string>('GET', `${path}/window`)
    return {
      window: windowOf(path, handle),
      version: `WebKitGTK ${session.capabilities.browserVersion ?? ''}`,
      async close() {
        await send('DELETE', path).catch(() => {})
        if (driver.pid !== undefined) process.kill(-driver.pid)
      },
    }
  },
}

function spawnDriver(program: string, screen: string | undefined): ChildProcess {
  const [command, ...args] = screen === undefined ? [program] : [screen, '-a', program]
  return spawn(command as string, [...args, `--port=${PORT}`], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  })
}

async function send<T>(method: string, path: string, body?: object): Promise<T> {
  const init = { method, headers: { 'Content-Type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) }
  const response = await fetch(`http://127.0.0.1:${PORT}${path}`, init)
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } }
  if (!response.ok) throw new Error(`${method} ${path}: ${value.error} ${value.message}`)
  return value
}

/** Each command is sent to its window, since WebDriver knows one at a time. */
function windowOf(session: string, handle: string): Driver {
  const command = async <T>(method: string, path: string, body?: object): Promise<T> => {
    await send('POST', `${session}/window`, { handle })
    return send<T>(method, `${session}${path}`, body)
  }
  const evaluate = <T>(expression: string) =>
    command<T>('POST', '/execute/async', {
      script: `const done = arguments[0]; Promise.resolve().then(() => (${expression})).then(done, (error) => done(String(error)))`,
      args: [],
    })
  return {
    goTo: (url) => command('POST', '/url', { url }),
    evaluate,
    press(key) {
      const value = KEYS[key] ?? key
      const actions = [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]
      return command('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] })
    },
    async resize(width, height) {
      await command('POST', '/window/rect', { width, height })
      const [inner, tall] = await evaluate<[number, number]>('[innerWidth, innerHeight]')
      await command('POST', '/window/rect', { width: 2 * width - inner, height: 2 * height - tall })
    },
    back: () => command('POST', '/back', {}),
    reload: () => command('POST', '/refresh', {}),
    async popup() {
      const others = async () => (await send<string[]>('GET', `${session}/window/handles`)).filter((each) => each !== handle)
      await until('another window is open', async () => (await others()).length > 0)
      return windowOf(session, (await others())[0] ?? '')
    },
  }
}
