import { bare } from '../../codes.ts'
import type { Command, Given } from '../../command.ts'
import { askFor } from '../../officer/ask-for.ts'
import { closing } from '../../officer/closing.ts'
import { readAgency } from '../../officer/read-agency.ts'
import { type Sentence, say } from '../../reply.ts'
import type { Result, Turn } from '../../turn.ts'
import { invite } from '../invite.ts'
import { ownPost, type Post } from '../post-of.ts'

const lasts = 48 * 3_600_000

/** /undang OPD|admin: a code for a new officer or admin, as a command to pass on and as a link. */
export const undang: Command = closing({
  name: 'undang',
  aliases: ['invite'],
  roles: ['admin'],
  takes: { id: 'OPD|admin', en: 'agency|admin' },
  about: 'command.undang',
  run: async (turn, given) => {
    const post = readPost(turn, given.text)
    return post ? issue(turn, post) : askPost(turn, given)
  },
})

function readPost({ world }: Turn, text: string): Post | undefined {
  if (text.trim().toLowerCase() === 'admin') return { role: 'admin' }
  const [agency, ...others] = readAgency(text, world.city).agencies.filter(({ outside }) => !outside)
  return agency && others.length === 0 ? { role: 'officer', agency: agency.id } : undefined
}

const askPost = (turn: Turn, { as, text }: Given): Result =>
  askFor(turn, {
    command: 'undang',
    as,
    known: {},
    says: [...remarks(turn, text), say('admin.which-post')],
    choices: [
      { id: '/undang admin', label: say('admin.post-admin') },
      ...turn.world.city.agencies
        .filter(({ outside }) => !outside)
        .map(({ id, name }) => ({ id: `/undang ${id}`, label: name })),
    ],
  })

/** Why a name fits no post: its agency stands outside, or nobody has that name. */
function remarks({ world }: Turn, text: string): readonly Sentence[] {
  const [agency] = readAgency(text, world.city).agencies
  if (agency?.outside) return [say('admin.nobody-outside', { agency: agency.name })]
  return text.trim() === '' ? [] : [say('officer.no-such-agency')]
}

async function issue({ memory, world, person, now }: Turn, post: Post): Promise<Result> {
  const code = await invite(memory, world, { ...post, issuer: person.id, lasts })
  const url = world.telegram(bare(code))
  const until = { at: now + lasts, style: 'moment' } as const
  const says = [say('admin.invited', { post: ownPost(post, world.city), code, until })]
  const choices = url ? [{ id: 'link', label: say('button.invite-link'), url }] : []
  return { answers: [{ letter: { says, choices, as: 'admin' } }] }
}
