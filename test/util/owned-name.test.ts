import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isLeftBehind, ownedName } from '../../src/util/owned-name.ts'

const { pid: dead } = spawnSync('true')
const touched = (secondsAgo: number) => ({ mtimeMs: Date.now() - secondsAgo * 1000 })
const ELSEWHERE = '0a1b2c3d'

test.for([
  ['of this process', ownedName(), 9999, false],
  ['of a process that lives here', ownedName(process.ppid), 9999, false],
  ['of one that has ended here', ownedName(dead), 0, true],
  ['of one elsewhere, touched lately', ownedName(dead, ELSEWHERE), 1800, false],
  ['of one elsewhere whose id lives here, touched long ago', ownedName(process.pid, ELSEWHERE), 9999, true],
  ['of nobody', 'mine', 9999, false],
  ['of something that only looks like it', `${ownedName(dead)}.txt`, 9999, false],
] as const)('what is %s', ([, name, secondsAgo, leftBehind]) => {
  expect(isLeftBehind(name, touched(secondsAgo))).toBe(leftBehind)
})

const UNSHARE = ['--user', '--map-root-user', '--pid', '--fork', '--mount-proc']

test.runIf(spawnSync('unshare', [...UNSHARE, 'true']).status === 0)(
  'in another container a process that lives here is not dead',
  () => {
    const module = JSON.stringify(join(import.meta.dirname, '../../src/util/owned-name.ts'))
    const code = `import { isLeftBehind } from ${module}\nconsole.log(isLeftBehind('${ownedName()}', { mtimeMs: Date.now() }))`
    const { stdout } = spawnSync('unshare', [...UNSHARE, process.execPath, '--input-type=module-typescript', '-e', code], {
      encoding: 'utf8',
    })
    expect(stdout).toBe('false\n')
  },
)
