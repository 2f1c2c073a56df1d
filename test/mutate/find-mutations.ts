import type { Node } from 'estree'
import { CONTINUE, SKIP, visit } from 'estree-util-visit'
import { parseAst } from 'vitest/node'

/** A small change of a program that a test should notice: the expression from `start` up to `end` becomes `text`. */
export interface Mutation {
  start: number
  end: number
  text: string
}

type Located = Node & { start: number; end: number }

const OTHER_OPERATOR: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '&&': '||',
  '||': '&&',
}

/** Every mutation of a TypeScript program that is known here, in its order: operators, numbers, truth, conditions, stand-ins. */
export function findMutations(code: string): Mutation[] {
  const found: Mutation[] = []
  visit(parseAst(code, { lang: 'ts' }) as Node, (node, key, _, ancestors) => {
    // Types are gone when the program runs.
    if (node.type.startsWith('TS') && !('expression' in node)) return SKIP
    if (node.type === 'ImportDeclaration' || key === 'key') return SKIP
    if (key === 'right' && ancestors.at(-2)?.type === 'ArrayPattern' && isNothing(node)) return SKIP
    const guard = isGuard(node, code)
    if (!guard) found.push(...mutationsOf(node as Located, code))
    return guard === 'whole' || isSign(node, code) ? SKIP : CONTINUE
  })
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}

function mutationsOf(node: Located, code: string): Mutation[] {
  const { start, end } = node
  const textOf = (part: Node) => code.slice((part as Located).start, (part as Located).end)
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return mutateOperator(node, code)
    case 'Literal':
      // How near is near enough, which rounding asks for, is the same twice as far.
      if (typeof node.value === 'number' && /^\d+e-\d+$/.test(textOf(node))) return []
      if (typeof node.value === 'number') return [{ start, end, text: String(node.value === 0 ? 1 : node.value * 2) }]
      return typeof node.value === 'boolean' ? [{ start, end, text: String(!node.value) }] : []
    case 'UnaryExpression':
      return node.operator === '!' ? [{ start, end, text: textOf(node.argument) }] : []
    case 'ConditionalExpression':
      return [
        { start, end, text: textOf(node.consequent) },
        { start, end, text: textOf(node.alternate) },
      ]
    case 'IfStatement': {
      const { start, end } = node.test as Located
      // What is remembered may be made again.
      const [, memory] = /^!(\w+)\.has\(/.exec(textOf(node.test)) ?? []
      const isMemory = memory !== undefined && textOf(node.consequent).startsWith(`${memory}.set(`)
      return [...(isMemory ? [] : [{ start, end, text: 'true' }]), { start, end, text: 'false' }]
    }
    default:
      return []
  }
}

/** What only another system does, and that what is thrown is an error, which a type asks for, is noticed by nobody here. */
function isGuard(node: Node, code: string): 'whole' | 'itself' | undefined {
  const asked = 'test' in node ? node.test : 'left' in node ? node.left : undefined
  const { start = 0, end = 0 } = (asked ?? {}) as Partial<Located>
  const text = code.slice(start, end)
  if (text === 'process.platform') return 'whole'
  return /^(?:process\.platform === .*|\w+ instanceof Error)$/.test(text) ? 'itself' : undefined
}

/** What is compared for an order is never alike, and how far it is apart says nothing: `a < b ? -1 : 1`. */
function isSign(node: Node, code: string): boolean {
  return node.type === 'ConditionalExpression' && /\? -?1 : -?1$/.test(code.slice((node as Located).start, (node as Located).end))
}

function mutateOperator(node: Located & { type: 'BinaryExpression' | 'LogicalExpression' }, code: string): Mutation[] {
  const [left, right] = [node.left as Located, node.right as Located]
  if (node.operator === '??') {
    return isNothing(right) ? [] : [{ start: node.start, end: node.end, text: code.slice(left.start, left.end) }]
  }
  const other = OTHER_OPERATOR[node.operator]
  const at = code.indexOf(node.operator, left.end)
  if (other === undefined || at >= right.start) return []
  return [
    {
      start: node.start,
      end: node.end,
      text: code.slice(node.start, at) + other + code.slice(at + node.operator.length, node.end),
    },
  ]
}

/** What stands in for what never comes, since a type asks for it, is noticed by nobody: `lines[0] ?? ''`, `const [x = 0] = …`. */
function isNothing(node: Node): boolean {
  if (node.type === 'Literal') return node.value === '' || node.value === 0
  if (node.type === 'ArrayExpression') return node.elements.length === 0
  return node.type === 'ObjectExpression' && node.properties.length === 0
}

/** The program with the mutation. In brackets, so that what is around it reads it as one expression. */
export function mutate(code: string, { start, end, text }: Mutation): string {
  return `${code.slice(0, start)}(${text})${code.slice(end)}`
}
