import { Api } from 'grammy'
import type { Update } from 'grammy/types'
import type { Channel, ChannelState, Pace } from '../../core/channel.ts'
import type { Log } from '../../core/log.ts'
import type { Inlet } from '../../core/pages.ts'
import { deliver } from './deliver.ts'
import { download } from './download.ts'
import { give } from './give.ts'
import { greet } from './greet.ts'
import { allowedUpdates } from './heard.ts'
import { type Ears, listen } from './listen.ts'
import { openMenus } from './menus.ts'
import { stopSignal } from './stop-signal.ts'
import { take } from './take.ts'

/** What the door needs: the bot's token, the Bot API server, where to put what it hears, and the world's log, clock and chance; `timeout` is how many seconds Telegram may hold a question for updates. */
type TelegramOptions = {
  readonly token: string
  readonly apiRoot: string
  readonly inlet: Inlet
  readonly log: Log
  readonly now: () => number
  readonly random?: () => number
  readonly timeout?: number
}

/** Telegram as a door of the desk: one bot in private chats. Nothing is asked of Telegram before `listen`. */
export function openTelegram(options: TelegramOptions): Channel {
  const { token, log } = options
  const apiRoot = options.apiRoot.replace(/\/+$/, '')
  const known: Known = { state: 'starting' }
  const api = openApi(token, apiRoot, () => (known.lastSign = options.now()))
  const ears = openEars(api, known, options)
  return {
    name: 'telegram',
    pace,
    listen: async (signal) => {
      known.state = await listen(ears, signal)
      log(`telegram.${known.state}`, remedies[known.state])
    },
    send: (to, said, progress, left) => deliver(api, { to, said, progress, left }),
    fetch: (file, signal) => download({ api, apiRoot, token }, file, signal),
    sign: (sign) => give(api, sign, log),
    menu: openMenus(api, log),
    link: (code) =>
      known.state === 'open' ? `https://t.me/${known.username}?start=${encodeURIComponent(code)}` : undefined,
    state: () => ({ name: 'telegram', state: known.state, ...(known.lastSign && { lastSign: known.lastSign }) }),
  }
}

type Known = { state: ChannelState['state']; username?: string; lastSign?: number }

/** Telegram takes about 30 messages a second overall and one a second in a chat, with short bursts (core.telegram.org/bots/faq); a little less leaves room for signs. */
const pace: Pace = { perSecond: 25, perChatMs: 1000, burst: 3 }

const remedies = { refused: { remedy: 'Telegram refuses the token: get a token from @BotFather' }, closed: {} }

/** An upload may take minutes on a slow line, but no call waits for ever. */
const callSeconds = 300

function openApi(token: string, apiRoot: string, answered: () => void): Api {
  const api = new Api(token, { apiRoot, timeoutSeconds: callSeconds })
  api.config.use(async (previous, method, payload, signal) => {
    const answer = await previous(method, payload, signal)
    answered()
    return answer
  })
  return api
}

function openEars(api: Api, known: Known, options: TelegramOptions): Ears {
  const { inlet, log, now, random = Math.random, timeout = 30 } = options
  const pressed = (press: string) => give(api, { kind: 'pressed', press }, log)
  return {
    greet: async (signal) => {
      Object.assign(known, { username: await greet(api, signal), state: 'open' })
      log('telegram.open')
    },
    ask: (offset, signal) => ask(api, { offset, timeout }, signal),
    take: (updates) => take(updates, { inlet, pressed, log, now }),
    log,
    random,
  }
}

/** How many seconds an answer may be late before the line counts as dead: routers forget quiet connections without a word. */
const late = 15

function ask(api: Api, { offset, timeout }: Question, signal: AbortSignal): Promise<Update[]> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout((timeout + late) * 1000)])
  const from = offset === undefined ? {} : { offset }
  return api.getUpdates({ ...from, limit: 100, timeout, allowed_updates: allowedUpdates }, stopSignal(patience))
}

type Question = { readonly offset: number | undefined; readonly timeout: number }
