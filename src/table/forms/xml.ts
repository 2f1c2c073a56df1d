import { XmlElement, type XmlNode, XmlText } from '@rgrove/parse-xml'

/** The name of an element without the prefix of its namespace. */
export function nameOf({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The elements of a name directly within another, or all of them. */
export function childrenOf(parent: XmlElement | undefined, name?: string): XmlElement[] {
  const elements = (parent?.children ?? []).filter((child): child is XmlElement => child instanceof XmlElement)
  return name === undefined ? elements : elements.filter((element) => nameOf(element) === name)
}

/** The first element below another that the names lead to, each within the one before. */
export function find(parent: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return names.reduce((element, name) => childrenOf(element, name)[0], parent)
}

/** An attribute, whatever the prefix of its namespace. */
export function attribute({ attributes }: XmlElement, name: string): string | undefined {
  const key = Object.keys(attributes).find((each) => each === name || each.endsWith(`:${name}`))
  return key === undefined ? undefined : attributes[key]
}

/** The text within an element but for that of the elements named. */
export function textWithin(element: XmlElement | undefined, ...without: string[]): string {
  const text = (node: XmlNode): string => {
    if (node instanceof XmlText) return node.text
    return node instanceof XmlElement && !without.includes(nameOf(node)) ? node.children.map(text).join('') : ''
  }
  return element ? element.children.map(text).join('') : ''
}
