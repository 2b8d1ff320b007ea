/** What a channel is told, in the channel's language. */
export type CardWords = {
  readonly title: string
  readonly text: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly link: { readonly label: string; readonly url: string } | null
}

/** Teams refuses what is larger; a little is left for what is around the card. */
export const largestCardBytes = 28 * 1024 - 512

const mostFacts = 10
const cut = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`)
/** Adaptive cards read Markdown: what people typed is no link and no picture. */
const plain = (text: string) => text.replace(/[\\`*_[\]()#>!~|]/g, (sign) => `\\${sign}`)

/** A message with an adaptive card 1.4, as a Workflows webhook takes it. Long text is cut until it fits. */
export function cardMessage(words: CardWords): Readonly<Record<string, unknown>> {
  for (const most of [4000, 1000, 200]) {
    const message = messageOf(words, most)
    if (byteLength(message) <= largestCardBytes) return message
  }
  return messageOf({ ...words, facts: [] }, 100)
}

export function byteLength(message: unknown): number {
  return new TextEncoder().encode(JSON.stringify(message)).length
}

function messageOf({ title, text, facts, link }: CardWords, most: number) {
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            { type: 'TextBlock', text: plain(cut(title, 200)), weight: 'Bolder', size: 'Medium', wrap: true },
            ...(text === '' ? [] : [{ type: 'TextBlock', text: plain(cut(text, most)), wrap: true }]),
            ...(facts.length === 0
              ? []
              : [
                  {
                    type: 'FactSet',
                    facts: facts.slice(0, mostFacts).map(({ label, value }) => ({
                      title: plain(cut(label, 60)),
                      value: plain(cut(value, Math.min(most, 300))),
                    })),
                  },
                ]),
          ],
          actions: link === null ? [] : [{ type: 'Action.OpenUrl', title: cut(link.label, 40), url: link.url }],
        },
      },
    ],
  }
}
