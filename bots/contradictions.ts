import { isLoopback } from './is-loopback.ts'
import type { Variables } from './variables.ts'

/** What each variable alone cannot know, each with its remedy. */
export const contradictions = (said: Variables): string[] =>
  rules.filter(({ broken }) => broken(said)).map(({ remedy }) => remedy)

type Rule = { readonly broken: (said: Variables) => boolean; readonly remedy: string }

const isOpen = ({ HOST }: Variables) => HOST !== undefined && !isLoopback(HOST)
const isPublic = (said: Variables) => isOpen(said) || said.PUBLIC_URL !== undefined

const rules: readonly Rule[] = [
  {
    broken: (said) => isOpen(said) && !said.PUBLIC_URL?.startsWith('https:'),
    remedy:
      'HOST can be reached by others: set PUBLIC_URL to the https address of the proxy in front, or leave HOST at 127.0.0.1',
  },
  {
    broken: ({ PUBLIC_URL, TRUST_PROXY }) => PUBLIC_URL !== undefined && !TRUST_PROXY,
    remedy:
      'PUBLIC_URL means a proxy in front: set TRUST_PROXY=on, so that the limits count people and not the proxy',
  },
  {
    broken: (said) => isPublic(said) && !said.CONTROLLER,
    remedy:
      'CONTROLLER must name who runs the service before others can reach it, for example "Dinas Komunikasi dan Informatika"',
  },
  {
    broken: (said) => isPublic(said) && !said.CONTACT,
    remedy:
      'CONTACT must say where people ask about their personal data before others can reach it, for example an e-mail address',
  },
  {
    broken: ({ DATA_KEY, DATA_KEY_FILE }) => Boolean(DATA_KEY && DATA_KEY_FILE),
    remedy: 'DATA_KEY and DATA_KEY_FILE are both set: keep one of them',
  },
]
