import { expect, test } from 'vitest'
import { help, parseFlags } from '../../src/cli/flags.ts'
import { wantedOutputs } from '../../src/outputs/index.ts'

test('what is made on request is named by --also; --notes stays another word for one of them', () => {
  expect(parseFlags([]).also).toEqual([])
  expect(wantedOutputs({ also: [] }).map(({ name }) => name)).not.toContain('notes')
  expect(parseFlags(['--also', 'pptx, notes']).also).toEqual(['pptx', 'notes'])
  expect(parseFlags(['--also', 'pptx', '--notes']).also).toEqual(['pptx', 'notes'])
})

test('an output that is none, or made anyway, is not on request: the nearest is told', () => {
  expect(() => parseFlags(['--also', 'pptxx'])).toThrow(/--also: unknown output `pptxx`.*pptx/)
  expect(() => parseFlags(['--also', 'slides'])).toThrow('--also: unknown output `slides`')
})

test('what every tool calls its commands is understood', () => {
  expect(parseFlags(['build', 'story'])).toMatchObject({ command: 'build', folder: 'story', watch: false })
  expect(parseFlags(['dev', 'story'])).toMatchObject({ command: 'build', folder: 'story', watch: true })
  expect(parseFlags(['story'])).toMatchObject({ command: 'build', folder: 'story' })
})

test('the help names what can be asked for', () => {
  expect(help()).toMatch(/--also <names> .*\bnotes\b.*\bpptx\b/)
})

test('--video asks for the film and says its shape', () => {
  expect(parseFlags([])).not.toHaveProperty('video')
  expect(parseFlags(['--video', 'portrait'])).toMatchObject({ also: ['video'], video: 'portrait' })
  expect(() => parseFlags(['--video', 'square'])).toThrow('--video: found `square`, expected landscape or portrait')
  expect(() => parseFlags(['--video'])).toThrow('--video: found no value after it, expected landscape or portrait')
})

test('a flag that means nothing with this command is refused', () => {
  expect(() => parseFlags(['--top', '3'])).toThrow('--top goes with init, not with a build')
  expect(() => parseFlags(['present', '--watch'])).toThrow('--watch goes with a build, not with present')
})
