import { defineDeck } from 'countdown-story'
import { components, layouts } from 'countdown-story/components'
import { bars } from '../charts/bars.ts'
import { by, format, type Letter, records, updated } from '../data/records.ts'
import { words } from '../data/words.ts'

const { title, description, lang, source, act, headline, notes, caption, share, told } = words

export default defineDeck({
  title,
  description,
  lang,
  date: updated,
  format,
  records,
  downloads: {},
  source,
  acts: [{ id: 'only', title: act, scene: 'bars', slides: ['gamma', 'beta', 'alpha'] }],
  scenes: { bars },
  components,
  layouts,
  template: ({ name, amount }: Letter) => ({ headline: headline(name, format.billions(amount)), body: '', notes: notes(name) }),
  describe: (id) => {
    const record = by[id] as Letter
    return {
      figure: { value: format.percent(record.share), caption },
      facts: [
        { label: share, value: format.percent(record.share) },
        { label: told, value: format.date(updated) },
      ],
    }
  },
})
