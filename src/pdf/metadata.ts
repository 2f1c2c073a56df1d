/** What a document says of itself. */
export interface DocumentMetadata {
  title: string
  /** BCP 47. */
  language: string
  date: Date
  /** The programs that made it: the browser, and the part of it that wrote the pages. */
  creator: string
  producer: string
}

/** Namespaces by their prefixes, in the order in which they are declared. */
const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
} as const

/** The document's metadata as XMP, which says as well that the document keeps to PDF/UA-1. */
export function writeMetadata({ title, language, date, creator, producer }: DocumentMetadata): Buffer {
  const declared = Object.entries(NAMESPACES).map(([prefix, address]) => ` xmlns:${prefix}="${address}"`)
  const time = `${date.toISOString().slice(0, 19)}Z`
  const properties = [
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${inXml(title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:language><rdf:Bag><rdf:li>${inXml(language)}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreatorTool>${inXml(creator)}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${time}</xmp:CreateDate><xmp:ModifyDate>${time}</xmp:ModifyDate>`,
    `<pdf:Producer>${inXml(producer)}</pdf:Producer>`,
    '<pdfuaid:part>1</pdfuaid:part>',
  ]
  return Buffer.from(`<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""${declared.join('')}>
${properties.join('\n')}
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`)
}

/** Text as XML has it, without the characters that XML cannot have. */
function inXml(text: string): string {
  const visible = text.replace(/[^\P{Cc}\n\t]/gu, '')
  return visible.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
