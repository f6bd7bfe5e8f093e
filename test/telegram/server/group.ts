import type { Chat, User } from '@grammyjs/types'
import { closings, type Room } from './chats.ts'
import { membership } from './membership.ts'
import type { Platform } from './platform.ts'
import { present } from './present.ts'

type Member = { readonly user: User }

/** A group as a test moves it about. */
export type Group = {
  readonly id: number
  readonly room: Room
  /** A person brings the bot in. */
  adds(by: Member): void
  /** A person throws the bot out. */
  removes(by: Member): void
}

/** Makes a supergroup that has the bot as a plain member already. */
export function newGroup(platform: Platform, id: number, about: { title: string; username?: string }): Group {
  const chat = present<Chat.SupergroupChat>({ id, type: 'supergroup', username: undefined, ...about })
  const room: Room = { chat, people: new Map(), kept: new Map(), closed: undefined }
  platform.rooms.set(id, room)
  return {
    id,
    room,
    adds: ({ user }) => {
      room.closed = undefined
      membership(platform, room, user, 'left', 'member')
    },
    removes: ({ user }) => {
      room.closed = closings.kicked
      membership(platform, room, user, 'member', 'kicked')
    },
  }
}
