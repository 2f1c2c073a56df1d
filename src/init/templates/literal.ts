/** A text as a literal of TypeScript, whatever it holds, in single quotes unless double ones need fewer escapes. */
export function literal(text: string): string {
  const double = JSON.stringify(text)
  const count = (quote: string) => text.split(quote).length - 1
  if (count("'") > count('"')) return double
  return `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** A sentence whose expressions stand in braces as a template of TypeScript. */
export function template(sentence: string): string {
  return `\`${sentence.replaceAll('{', '${')}\``
}

/** Settings as JSON, short lists on a line. */
export function json(settings: object): string {
  return `${JSON.stringify(settings, null, 2).replace(/\[\s+("[^"]*"(?:,\s+"[^"]*")*)\s+\]/g, (_, items: string) => `[${items.replace(/\s+/g, ' ')}]`)}\n`
}
