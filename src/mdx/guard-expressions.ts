import type { ArrayExpression, CallExpression, Expression, Identifier, MemberExpression, Node, Program } from 'estree-jsx'
import { visit } from 'estree-util-visit'
import type { Location } from '../util/diagnostic.ts'
import type { SlideSource } from './source.ts'
import { typedFigureMessage, typedFigures } from './typed-figures.ts'

/** The name under which a compiled slide imports src/mdx/guard.ts. */
export const GUARD = '__guard'

const FORMATTERS = new Set(['usd', 'money', 'billions', 'percent', 'times', 'count'])

/** An expression of a slide: its parsed program, its source text and its location. */
export interface SlideExpression {
  program: Program
  text: string
  location: Location
  /** `prose` is rendered as text; `property` is passed to a component. */
  role: 'prose' | 'property'
}

/** Rewrites the expression in place so that a hole in it is noted with its position, and notes figures typed into it. */
export function guardExpression({ program, text, location, role }: SlideExpression, source: SlideSource): void {
  const statement = program.body[0]
  if (statement?.type !== 'ExpressionStatement') return
  if (role === 'prose') noteTypedFigures(statement.expression, location, source)
  guardMembers(program, location)
  const call = role === 'prose' ? 'value' : 'property'
  const evaluate: Expression = { type: 'ArrowFunctionExpression', params: [], body: statement.expression, expression: true }
  // A component that is rendered inside an expression is looked up by MDX in the function around it, so no arrow there.
  if (containsJsx(statement.expression)) return
  statement.expression = guardCall(call, [evaluate, at(location, text.trim())])
}

function noteTypedFigures(expression: Expression, location: Location, source: SlideSource): void {
  const found: string[] = []
  const bare = expression.type === 'UnaryExpression' ? expression.argument : expression
  if (bare.type === 'Literal' && typeof bare.value === 'number') found.push(String(bare.value))
  visit(expression, (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') found.push(...figuresOf(node.value))
    if (node.type === 'TemplateElement') found.push(...figuresOf(node.value.cooked ?? ''))
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && FORMATTERS.has(node.callee.name)) {
      const argument = node.arguments[0]
      if (argument?.type === 'Literal') found.push(String(argument.value))
    }
  })
  for (const figure of found) source.diagnostics.push({ location, message: typedFigureMessage(figure) })
}

function figuresOf(text: string): string[] {
  return typedFigures(text).map(({ figure }) => figure)
}

/** Turns `a.b` into `__guard.get(a, "b", at)`. A method keeps its object, and `?.` is left alone: it asks for undefined. */
function guardMembers(program: Program, location: Location): void {
  visit(program, {
    leave(node, key, index, ancestors) {
      const parent = ancestors.at(-1)
      if (node.type !== 'MemberExpression' || !parent || !isGuarded(node, parent, key)) return
      const name: Expression =
        !node.computed && node.property.type === 'Identifier'
          ? { type: 'Literal', value: node.property.name }
          : (node.property as Expression)
      const guarded = guardCall('get', [node.object as Expression, name, at(positionOf(node.property, location), textOf(node))])
      replace(parent, key, index, guarded)
    },
  })
}

function isGuarded(node: MemberExpression, parent: Node, key: string | undefined): boolean {
  const isCallee = (parent.type === 'CallExpression' || parent.type === 'NewExpression') && key === 'callee'
  const isTarget = parent.type === 'AssignmentExpression' && key === 'left'
  const isLiteralName = !node.computed || node.property.type === 'Literal'
  return (
    !isCallee && !isTarget && isLiteralName && !node.optional && node.object.type !== 'Super' && parent.type !== 'ChainExpression'
  )
}

function replace(parent: Node, key: string | undefined, index: number | undefined, node: Node): void {
  if (key === undefined) return
  const held: unknown = Reflect.get(parent, key)
  if (Array.isArray(held) && index !== undefined) held[index] = node
  else Reflect.set(parent, key, node)
}

function positionOf(node: Node, location: Location): Location {
  return node.loc ? { file: location.file, line: node.loc.start.line, column: node.loc.start.column + 1 } : location
}

function textOf(node: Node): string {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'CallExpression') return guardedText(node)
  if (node.type !== 'MemberExpression') return '…'
  if (!node.computed) return `${textOf(node.object)}.${textOf(node.property)}`
  return `${textOf(node.object)}[${node.property.type === 'Literal' ? JSON.stringify(node.property.value) : '…'}]`
}

/** An inner member is already guarded when the outer one is named; its text is in the guard's `at`. */
function guardedText({ arguments: parameters }: Extract<Node, { type: 'CallExpression' }>): string {
  const at = parameters[2]
  const text = at?.type === 'ArrayExpression' ? at.elements[3] : undefined
  return text?.type === 'Literal' ? String(text.value) : '…'
}

function containsJsx(expression: Expression): boolean {
  let found = false
  visit(expression, (node) => {
    // JSX nodes are not in estree's own union of nodes.
    if (String(node.type).startsWith('JSX')) found = true
  })
  return found
}

function at({ file, line = 1, column = 1 }: Location, text: string): ArrayExpression {
  const elements: Expression[] = [file, line, column, text].map((value) => ({ type: 'Literal', value }))
  return { type: 'ArrayExpression', elements }
}

function guardCall(name: string, parameters: Expression[]): CallExpression {
  const identifier = (text: string): Identifier => ({ type: 'Identifier', name: text })
  return {
    type: 'CallExpression',
    optional: false,
    arguments: parameters,
    callee: { type: 'MemberExpression', computed: false, optional: false, object: identifier(GUARD), property: identifier(name) },
  }
}
