import { newId } from '../ids.ts'
import { queueOf } from '../officer/queue-of.ts'
import { queuePage } from '../officer/queue-page.ts'
import type { Duty } from '../person.ts'
import { type Sentence, say } from '../reply.ts'
import type { Result, Turn } from '../turn.ts'
import { assignWaiting } from './assign-waiting.ts'
import { type Post, postOf } from './post-of.ts'

/** Gives a person a post and shows what waits there; an officer serves one agency, the duty at another ends. */
export async function joinStaff(turn: Turn, post: Post): Promise<Result> {
  const duty = await takeUp(turn, post)
  if (post.role === 'admin') await turn.memory.codes.endAll('duty')
  if (post.agency !== undefined) await assignWaiting(turn, post.agency)
  const waiting = {
    ...(await queueOf({ ...turn, duties: [duty] }, post.role)),
    command: '/antrean',
    page: 1,
    as: post.role,
  }
  const letter = await queuePage(turn, waiting)
  return { answers: [{ letter: { ...letter, says: [welcome(turn, post), ...letter.says] } }] }
}

async function takeUp({ memory, world, person, now }: Turn, post: Post): Promise<Duty> {
  const held = (await memory.people.duties(person.id)).filter(({ role }) => role === post.role)
  const same = held.find(({ agency }) => agency === post.agency)
  for (const other of held) if (other !== same) await memory.people.keepDuty({ ...other, endedAt: now })
  const fresh = { id: newId(world), person: person.id, since: now, ...post }
  const duty = { ...(same ?? fresh), seenAt: now, confirmedAt: now }
  await memory.people.keepDuty(duty)
  return duty
}

const welcome = ({ world }: Turn, post: Post): Sentence =>
  post.agency === undefined
    ? say('admin.welcome-admin')
    : say('admin.welcome-officer', { agency: postOf(post, world.city) })
