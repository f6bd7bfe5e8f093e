import type { ChatMember, User } from '@grammyjs/types'
import type { Room } from './chats.ts'
import { botUser, type Platform, seconds } from './platform.ts'

type Status = 'member' | 'left' | 'kicked'

/** Tells the bot what became of its own membership in a room. */
export function membership(platform: Platform, room: Room, from: User, before: Status, after: Status): void {
  const member = (status: Status): ChatMember =>
    status === 'kicked' ? { status, user: botUser(platform), until_date: 0 } : { status, user: botUser(platform) }
  platform.updates.put('my_chat_member', {
    chat: room.chat,
    from,
    date: seconds(platform),
    old_chat_member: member(before),
    new_chat_member: member(after),
  })
}
