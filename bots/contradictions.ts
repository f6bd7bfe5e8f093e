import type { City } from '../core/city.ts'
import { isOpen, isPublic } from './is-public.ts'
import type { Variables } from './variables.ts'

/** What each variable alone cannot know, each with its remedy; `city` is undefined when its pack cannot be read. */
export const contradictions = (said: Variables, city: City | undefined): string[] =>
  rules.filter(({ broken }) => broken(said, city)).map(({ remedy }) => remedy)

type Rule = { readonly broken: (said: Variables, city: City | undefined) => boolean; readonly remedy: string }

const reached = ({ HOST, PUBLIC_URL }: Variables) => isPublic({ host: HOST, publicUrl: PUBLIC_URL })

const rules: readonly Rule[] = [
  {
    broken: ({ HOST, PUBLIC_URL }) => isOpen(HOST) && PUBLIC_URL === undefined,
    remedy:
      'HOST can be reached by others: set PUBLIC_URL to the https address of the proxy in front, or leave HOST at 127.0.0.1',
  },
  {
    broken: ({ PUBLIC_URL }) => PUBLIC_URL?.startsWith('https:') === false,
    remedy:
      'PUBLIC_URL must begin with https:, so that nobody on the way reads what people say: let the proxy in front end TLS',
  },
  {
    broken: ({ PUBLIC_URL, TRUST_PROXY }) => PUBLIC_URL !== undefined && !TRUST_PROXY,
    remedy: 'PUBLIC_URL means a proxy in front: set TRUST_PROXY=on, so that the limits count people and not the proxy',
  },
  {
    broken: (said) => reached(said) && !said.CONTROLLER,
    remedy:
      'CONTROLLER must name who runs the service before others can reach it, for example "Dinas Komunikasi dan Informatika"',
  },
  {
    broken: (said) => reached(said) && !said.CONTACT,
    remedy:
      'CONTACT must say where people ask about their personal data before others can reach it, for example an e-mail address',
  },
  {
    broken: (said, city) => reached(said) && city?.confirmed === false,
    remedy:
      'The pack of CITY is not confirmed: let the city check its folder in db/seed, then set "confirmed": true in its city.json before others can reach the desk',
  },
  {
    broken: ({ DATA_KEY, DATA_KEY_FILE }) => DATA_KEY !== undefined && DATA_KEY_FILE !== undefined,
    remedy: 'DATA_KEY and DATA_KEY_FILE are both set: keep one of them',
  },
]
