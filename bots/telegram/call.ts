import type { ApiMethods } from 'grammy/types'

/** The methods that show a letter. */
type Method = 'sendMessage' | 'sendMediaGroup' | 'sendPhoto' | 'sendVideo' | 'sendVoice' | 'sendAudio' | 'sendDocument'

/** One call of the Bot API, its chat left out; `messages` is how many messages appear in the chat by it. */
export type Call = {
  [M in Method]: { readonly method: M; readonly messages: number; readonly payload: Payload<M> }
}[Method]

type Payload<M extends Method> = Omit<Parameters<ApiMethods[M]>[0], 'chat_id'>
