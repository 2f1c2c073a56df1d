import type { Scene } from 'countdown-story'
import { begin, end, rankIn, ranks } from '../data/figures.ts'
import { count } from '../data/format.ts'
import { records } from '../data/records.ts'
import bump from './ranks.vl.json' with { type: 'json' }

/** One spec for all slides, as it would come from a gallery: a step only says which line is picked out. */
export const scenes: Readonly<Record<string, Scene>> = {
  ranks: {
    // A file of JSON has no types of its own.
    spec: () => bump as unknown as ReturnType<Scene['spec']>,
    data: { ranks },
    steps: [
      step('opening', '', `of ${count(records.length)} industries, agriculture is first until construction takes over`),
      ...records.map((record) =>
        step(record.id, record.name, `${record.name} goes from #${rankIn(record, begin)} to #${rankIn(record, end)}`),
      ),
      step('ending', 'Construction', 'construction ends on top'),
    ],
  },
}

function step(id: string, picked: string, finding: string) {
  return { id, params: { picked }, name: `Lines of ranks by rate of unemployment, ${begin} to ${end}: ${finding}.` }
}
