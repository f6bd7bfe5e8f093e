import { GrammyError, HttpError } from 'grammy'
import { describe, expect, it } from 'vitest'
import { failed } from '../../bots/telegram/failed.ts'
import { SendError } from '../../core/channel.ts'

const token = '123456:AAF-secret'
const refusal = (error_code: number, description: string, retry_after?: number) =>
  failed(
    new GrammyError(
      "Call to 'sendMessage' failed!",
      { ok: false, error_code, description, ...(retry_after && { parameters: { retry_after } }) },
      'sendMessage',
      { chat_id: 5001, text: 'rahasia Ani' },
    ),
  )
const network = (error: Error) => failed(new HttpError("Network request for 'sendMessage' failed!", error))

describe('when Telegram does not take a letter', () => {
  it.each<[number, string, Partial<SendError>]>([
    [400, 'Bad Request: message text is empty', { retry: false, gone: false }],
    [413, 'Request Entity Too Large', { retry: false, gone: false }],
    [401, 'Unauthorized', { retry: true, gone: false }],
    [404, 'Not Found', { retry: true, gone: false }],
    [500, 'Internal Server Error', { retry: true, gone: false }],
    [502, 'Bad Gateway', { retry: true, gone: false }],
    [403, 'Forbidden: bot was blocked by the user', { retry: false, gone: true }],
    [403, 'Forbidden: user is deactivated', { retry: false, gone: true }],
    [400, 'Bad Request: chat not found', { retry: false, gone: true }],
  ])('%i %s is %j', (code, description, outcome) => {
    expect(refusal(code, description)).toBeInstanceOf(SendError)
    expect(refusal(code, description)).toMatchObject(outcome)
  })

  it('and asks to wait, the letter waits as long', () => {
    expect(refusal(429, 'Too Many Requests: retry after 7', 7)).toMatchObject({ retry: true, after: 7000, gone: false })
  })

  it('nothing that was said is repeated in the reason', () => {
    const { message } = refusal(400, "Bad Request: URL 'https://a.id/?k=K7F3' of chat 50015001 is invalid")
    expect(message).toBe('sendMessage: 400 Bad Request: URL … of chat … is invalid')
  })
})

describe('when the network fails', () => {
  it('the letter is tried again, and neither token nor address is told', () => {
    const address = `https://api.telegram.org/bot${token}/sendMessage`
    const error = Object.assign(new Error(`request to ${address} failed`), { code: 'ECONNRESET', type: 'system' })
    const trouble = network(error)
    expect(trouble).toMatchObject({ retry: true, message: 'network (ECONNRESET)' })
    expect(JSON.stringify({ ...trouble, stack: trouble.stack, cause: trouble.cause })).not.toContain('secret')
  })

  it('a page of a proxy instead of an answer counts as that', () => {
    const error = Object.assign(new Error(`invalid json at ${token}`), { type: 'invalid-json' })
    expect(network(error)).toMatchObject({ retry: true, message: 'network (invalid-json)' })
  })
})

describe('a mistake of ours', () => {
  it('stays what it is', () => {
    const mistake = new RangeError('choice does not fit')
    expect(failed(mistake)).toBe(mistake)
  })
})
