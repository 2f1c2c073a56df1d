/** The same story from right to left, in a language that the machine has no words of its own for. */
export const words = {
  lang: 'he',
  title: 'שלוש אותיות',
  description: 'הסיפור הקטן ביותר מימין לשמאל: שלוש שורות, תרשים אחד.',
  act: 'המערכה היחידה',
  source: 'מקור: הומצא לצורך הבדיקה.',
  names: { alpha: 'אלפא', beta: 'ביתא', gamma: 'גמא' },
  share: 'חלק',
  told: 'נכון ל',
  caption: 'מתוך הכול',
  name: (values: string) => `תרשים עמודות של הסכומים: ${values}`,
  headline: (name: string, amount: string) => `${name} מודדת ${amount}`,
  notes: (name: string) => `לקרוא ${name}.`,
}
