import { below, calleeOf, type Node, parse, quasisOf, walk, wordsOf } from '../syntax.ts'

/** Attributes that a person sees or hears. */
const spoken = new Set(
  `title label placeholder alt content hint validationMessage message heading description caption text
  aria-label aria-description aria-roledescription aria-valuetext`.split(/\s+/),
)
/** A name, keys on a keyboard: the same in every language. */
const sameInEveryLanguage = new Set(['Tierwise', 'Microsoft Intune', 'Intune', 'Microsoft Entra ID', 'Mac OS X'])
const hasWords = (text: string) => /\p{L}{2,}/u.test(text) && !sameInEveryLanguage.has(text.trim())

/** What an expression can put on the screen: literals, also behind a condition, not arguments of a call. */
function shown(node: Node): string[] {
  if (node.type === 'StringLiteral') return [wordsOf(node['value'])]
  if (node.type === 'TemplateLiteral') return quasisOf(node)
  if (node.type === 'ConditionalExpression')
    return below({ a: node['consequent'], b: node['alternate'] }).flatMap(shown)
  if (node.type === 'BinaryExpression') {
    const written = ['||', '??', '+'].includes(wordsOf(node['operator'])) ? [node['left'], node['right']] : []
    return below({ written: wordsOf(node['operator']) === '&&' ? [node['right']] : written }).flatMap(shown)
  }
  if (node.type === 'ParenthesisExpression' || node.type === 'JSXExpressionContainer')
    return below(node).flatMap(shown)
  return []
}

/** Text in a page's elements and spoken attributes that does not come from a catalogue. */
export function textsInElements(source: string): string[] {
  const found: string[] = []
  walk(parse(source), (node) => {
    if (node.type === 'JSXElement') {
      const [opening] = below({ opening: node['opening'] })
      const [name] = below({ name: opening?.['name'] })
      if (wordsOf(name?.['value']) === 'kbd') return false
    }
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const child of below({ children: node['children'] })) {
        if (child.type === 'JSXText') found.push(wordsOf(child['value']))
        else found.push(...shown(child))
      }
    }
    if (node.type === 'JSXAttribute') {
      const [name, value] = below({ name: node['name'], value: node['value'] })
      if (name && value && spoken.has(wordsOf(name['value']))) found.push(...shown(value))
    }
    return true
  })
  return found.map((text) => text.trim()).filter(hasWords)
}

const saidToDevelopers = /(?:^|[.])(?:log|logger|console|describe|meta|sql)(?:[.]|$)/
const sentence = /^\p{Lu}\p{Ll}+,?(?: [\p{L}\d,'’-]+){2,}/u

/** Sentences in code that are for a person: not the message of an error, a log line, or a description of the API. */
export function sentencesIn(source: string): string[] {
  const found: string[] = []
  walk(parse(source), (node) => {
    if (node.type === 'NewExpression' || node.type === 'ThrowStatement') return false
    if (node.type === 'CallExpression' && saidToDevelopers.test(calleeOf(node))) return false
    if (node.type === 'TaggedTemplateExpression' || node.type === 'ImportDeclaration') return false
    if (node.type === 'StringLiteral') found.push(wordsOf(node['value']))
    if (node.type === 'TemplateLiteral') found.push(...quasisOf(node))
    return true
  })
  return found.filter((text) => sentence.test(text) && hasWords(text))
}
