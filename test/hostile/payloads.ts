/** Texts that would run, load or end something if they were taken for more than text. Each calls `pwned` if it runs. */
export const PAYLOADS = [
  '<img src=x onerror=pwned("image")> a',
  '"><svg onload=pwned("svg")> b',
  '</script><script>pwned("script")</script> c',
  `' onmouseover='pwned("attribute")' x='d`,
  'javascript:pwned("address") e',
  '</title></style></template></noscript><img src=x onerror=pwned("end")> f',
  '<a href="https://evil.example/g">g</a><!-- g',
  '<iframe srcdoc="<script>parent.pwned(1)</script>"></iframe> h',
  '{pwned("expression")} {{pwned("template")}} <Alpha/> i',
  '=HYPERLINK("https://evil.example/","j")',
  '__proto__ k',
  'constructor l',
  ']]> & &lt;b&gt; &amp;amp; \\u003cb\\u003e m',
  'url(https://evil.example/n) */ } body { display: none } n',
] as const

/** The table of the hostile deck with a payload in every text. */
export function hostileTable(): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const rows = PAYLOADS.map((payload, index) => {
    const family = PAYLOADS[(index + 1) % PAYLOADS.length] ?? ''
    return [PAYLOADS.length - index, quoted(payload), (index % 9) + 1, quoted(family)].join(',')
  })
  return `rank,name,size,family\n${rows.join('\n')}\n`
}

/** A module with a payload in everything that the deck says of itself. */
export function hostileWords(): string {
  const [image, svg, script, attribute, address, end, link, frame, , formula] = PAYLOADS
  const words = { title: script, description: attribute, source: end, author: image }
  const labels = { act: svg, end: link, fact: frame }
  const downloads = { 'letters.csv': `${formula}\n`, 'letters.json': JSON.stringify(address) }
  return `export const words = ${JSON.stringify({ ...words, downloads })}\nexport const labels = ${JSON.stringify(labels)}\n`
}
