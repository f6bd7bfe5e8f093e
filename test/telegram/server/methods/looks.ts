import type { Acts } from '../act.ts'
import { closings, openRoomOf, roomOf } from '../chats.ts'
import { botUser } from '../platform.ts'
import { badRequest } from '../refused.ts'

const gifts = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
}

/** What the bot can ask about: itself, chats, members, files. */
export const lookMethods = {
  getMe: ({ bot }) => bot,
  getFile: ({ files }, { file_id }) => {
    const file = files.find(file_id)
    if (!file) throw badRequest('invalid file_id')
    const { file_unique_id, size } = file
    return { file_id, file_unique_id, file_size: size, file_path: files.link(file) }
  },
  getChat: ({ rooms }, { chat_id }) => ({
    ...openRoomOf(rooms, chat_id).chat,
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: gifts,
  }),
  getChatMember: (platform, { chat_id, user_id }) => {
    const room = openRoomOf(platform.rooms, chat_id)
    if (user_id === platform.bot.id) return { status: 'member', user: botUser(platform) }
    const user = room.people.get(user_id)
    if (!user) throw badRequest('member not found')
    return { status: 'member', user }
  },
  leaveChat: ({ rooms }, { chat_id }) => {
    const room = roomOf(rooms, chat_id)
    if (room.chat.type === 'private') throw badRequest("chat member status can't be changed in private chats")
    room.closed = closings.left
    return true
  },
} satisfies Acts
