/** Names as they are written where they are from; the last two of emoji, one of them of several characters. */
export const records = [
  { id: 'rocket', rank: 10, name: '🚀 👩‍🚀 🇳🇴 1️⃣', size: 1 },
  { id: 'seoul', rank: 9, name: '대한민국 서울', size: 2 },
  { id: 'tokyo', rank: 8, name: '東京 ひらがな カタカナ', size: 3 },
  { id: 'beijing', rank: 7, name: '中国 北京', size: 4 },
  { id: 'delhi', rank: 6, name: 'दिल्ली क्षत्रिय', size: 5 },
  { id: 'cairo', rank: 5, name: 'القاهرة مصر', size: 6 },
  { id: 'haifa', rank: 4, name: 'חיפה שָׁלוֹם', size: 7 },
  { id: 'athens', rank: 3, name: 'Αθήνα Ἀθῆναι', size: 8 },
  { id: 'moscow', rank: 2, name: 'Москва Їжак Ӂ', size: 9 },
  { id: 'lodz', rank: 1, name: 'Łódź Đặng → ≤ CO₂', size: 10 },
]

export type Place = (typeof records)[number]

export const by = Object.fromEntries(records.map((record) => [record.id, record])) as Record<string, Place>
