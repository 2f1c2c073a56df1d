/** What changes with the language of the story. */
export const words = {
  lang: 'de',
  title: 'Drei Buchstaben',
  description: 'Die kleinste Geschichte in einer anderen Sprache: drei Zeilen, ein Diagramm.',
  act: 'Der einzige Akt',
  source: 'Quelle: für diesen Test erfunden.',
  names: { alpha: 'Alpha', beta: 'Beta', gamma: 'Gamma' },
  share: 'Anteil',
  told: 'Stand',
  caption: 'insgesamt',
  name: (values: string) => `Balken der Beträge: ${values}`,
  headline: (name: string, amount: string) => `${name} misst ${amount}`,
  notes: (name: string) => `${name} vorlesen.`,
}
