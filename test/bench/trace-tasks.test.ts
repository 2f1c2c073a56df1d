import { expect, test } from 'vitest'
import { type TraceEvent, tasksOf } from './trace-tasks.ts'

const event = (name: string, ts: number, dur: number, tid = 1): TraceEvent => ({ name, ph: 'X', pid: 1, tid, ts, dur })
const main = (tid: number): TraceEvent => ({ name: 'thread_name', ph: 'M', pid: 1, tid, ts: 0, args: { name: 'CrRendererMain' } })

test('tasks of the busiest page, longest first, the longest with its parts', () => {
  const events = [
    main(1),
    main(2),
    event('RunTask', 0, 9_000, 2),
    event('RunTask', 0, 3_000),
    { ...event('RunTask', 5_000, 60_000), tdur: 55_000 },
    event('Layout', 6_000, 20_000),
    event('Paint', 30_000, 1_000),
    event('Layout', 40_000, 5_000),
  ]
  expect(tasksOf(events)).toEqual([
    {
      ms: 55,
      wall: 60,
      parts: [
        { name: 'Layout', ms: 25 },
        { name: 'Paint', ms: 1 },
      ],
    },
    { ms: 3, wall: 3, parts: [] },
  ])
})

test('a trace without a page has no tasks', () => {
  expect(tasksOf([event('RunTask', 0, 1)])).toEqual([])
})
