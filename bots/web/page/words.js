/** Everything the page itself says, in every language of the desk; the first is spoken until the desk says otherwise. */
export const words = {
  id: {
    again: 'Coba lagi',
    attach: 'Foto/berkas',
    below: 'Lanjut ke bawah',
    camera: 'Kamera',
    cancel: 'Batal',
    close: 'Tutup',
    composer: 'Tulis pesan',
    conversation: 'Percakapan',
    desk: 'Petugas layanan',
    download: 'Unduh lampiran',
    earlier: 'Percakapan di perangkat ini diganti.',
    edit: 'Ubah',
    edited: 'Perubahan:',
    editing: 'Mengubah',
    elsewhere: 'Buka di perangkat lain',
    failed: 'Belum terkirim',
    file: 'Berkas',
    help: 'Bantuan',
    host: 'Alamat halaman ini tidak dikenal.',
    keyEnter: 'Masukkan kunci 16 tanda dari perangkat lain.',
    keyHave: 'Punya kunci?',
    keyLabel: 'Kunci',
    keyOpen: 'Buka percakapan',
    language: 'Bahasa / Language',
    leave: 'Selesai dan keluar',
    leaveAsk:
      'Perangkat ini akan melupakan percakapan, termasuk pesan yang belum terkirim. Laporan Anda tetap tersimpan. Buat kunci dahulu bila ingin membukanya lagi.',
    leaveFailed: 'Belum bisa keluar. Mohon periksa sambungan internet, lalu coba lagi.',
    me: 'Anda',
    menu: 'Menu',
    newest: 'Pesan baru',
    noscript: 'Halaman ini memerlukan JavaScript. Mohon aktifkan JavaScript di peramban Anda, lalu muat ulang.',
    offline: 'Tidak ada sambungan internet.',
    origin: 'Mohon buka kembali halaman ini, lalu coba lagi.',
    place: 'Pakai lokasi saya',
    placeDenied: 'Lokasi tidak diizinkan. Silakan ketik alamat atau nama tempatnya.',
    placeFailed: 'Lokasi tidak ditemukan. Silakan ketik alamat atau nama tempatnya.',
    placeSearching: 'Mencari lokasi Anda ...',
    placeSent: 'Lokasi saya',
    privacy: 'Data pribadi',
    refused_disk: 'Penyimpanan kami sedang penuh. Silakan kirim laporan tanpa berkas ini.',
    refused_empty: 'Berkas ini kosong.',
    refused_expired: 'Berkas ini sudah tidak tersedia.',
    refused_kind: 'Jenis berkas ini belum bisa diterima. Silakan kirim foto, video, suara, atau PDF.',
    refused_pixels: 'Ukuran gambar ini terlalu besar. Silakan kirim foto yang lebih kecil.',
    refused_quota: 'Batas berkas untuk hari ini sudah tercapai. Silakan kirim lagi besok.',
    refused_too_big: 'Berkas ini terlalu besar. Silakan kirim yang lebih kecil.',
    refused_too_many: 'Berkas untuk laporan ini sudah cukup banyak.',
    remove: 'Hapus',
    reply: 'Balas',
    replying: 'Membalas',
    reports: 'Laporan saya',
    ribbon: 'Percobaan – bukan layanan resmi',
    selected: 'Berkas yang akan dikirim',
    send: 'Kirim pesan',
    sending: 'Mengirim ...',
    sent: 'Terkirim',
    start: 'Mulai',
    today: 'Hari ini',
    too_long: 'Pesan ini terlalu panjang. Mohon kirim dalam beberapa bagian.',
    too_many_key: 'Terlalu banyak percobaan. Mohon coba lagi dalam satu jam.',
    too_many_visitors: 'Banyak orang sedang memakai jaringan ini. Mohon tunggu sebentar, pesan Anda akan dikirim lagi.',
    trouble: 'Maaf, pesan belum bisa disimpan. Kami mencoba lagi sebentar lagi.',
    typing: 'Sedang mengetik',
    unreadable: 'Maaf, pesan ini tidak dapat dibaca. Mohon tulis dengan cara lain.',
    unknown: 'Maaf, yang diminta tidak ditemukan.',
    untied: 'Tidak ada sambungan internet. Pesan dikirim begitu tersambung lagi.',
    uploading: 'Mengunggah',
    welcome: 'Tulis keluhan Anda di sini, atau ketik halo',
    wrong_key: 'Kunci ini tidak cocok. Mohon periksa dan coba lagi.',
  },
  en: {
    again: 'Try again',
    attach: 'Photo/file',
    below: 'Further down',
    camera: 'Camera',
    cancel: 'Cancel',
    close: 'Close',
    composer: 'Write a message',
    conversation: 'Conversation',
    desk: 'The desk',
    download: 'Download the attachment',
    earlier: 'It replaces the conversation on this device.',
    edit: 'Edit',
    edited: 'Changed to:',
    editing: 'Changing',
    elsewhere: 'Open on another device',
    failed: 'Not sent yet',
    file: 'File',
    help: 'Help',
    host: 'The address of this page is not known.',
    keyEnter: 'Enter the key of 16 symbols from the other device.',
    keyHave: 'Do you have a key?',
    keyLabel: 'Key',
    keyOpen: 'Open the conversation',
    language: 'Bahasa / Language',
    leave: 'Finish and leave',
    leaveAsk:
      'This device will forget the conversation, also messages that were not sent yet. Your reports stay. Make a key first if you want to open them again.',
    leaveFailed: 'Leaving did not work yet. Please check your connection and try again.',
    me: 'You',
    menu: 'Menu',
    newest: 'New message',
    noscript: 'This page needs JavaScript. Please turn JavaScript on in your browser and reload.',
    offline: 'No connection.',
    origin: 'Please open this page again and try once more.',
    place: 'Use my location',
    placeDenied: 'The location was not allowed. Please type the address or the name of the place.',
    placeFailed: 'The location was not found. Please type the address or the name of the place.',
    placeSearching: 'Looking for your location ...',
    placeSent: 'My location',
    privacy: 'Personal data',
    refused_disk: 'Our storage is full at the moment. Please send the report without this file.',
    refused_empty: 'This file is empty.',
    refused_expired: 'This file is no longer available.',
    refused_kind: 'This kind of file cannot be taken yet. Please send a photo, video, sound or PDF.',
    refused_pixels: 'This picture is too large. Please send a smaller photo.',
    refused_quota: 'The limit of files for today is reached. Please send more tomorrow.',
    refused_too_big: 'This file is too large. Please send a smaller one.',
    refused_too_many: 'This report has enough files already.',
    remove: 'Remove',
    reply: 'Reply',
    replying: 'Replying to',
    reports: 'My reports',
    ribbon: 'Trial – not an official service',
    selected: 'Files to be sent',
    send: 'Send message',
    sending: 'Sending ...',
    sent: 'Sent',
    start: 'Start',
    today: 'Today',
    too_long: 'This message is too long. Please send it in several parts.',
    too_many_key: 'Too many tries. Please try again in an hour.',
    too_many_visitors: 'Many people use this network now. Please wait a little, your message will be sent again.',
    trouble: 'Sorry, the message could not be kept. We try again in a moment.',
    typing: 'Typing',
    unreadable: 'Sorry, this message cannot be read. Please write it in another way.',
    unknown: 'Sorry, what was asked for was not found.',
    untied: 'No connection. Messages leave as soon as it is back.',
    uploading: 'Uploading',
    welcome: 'Write your complaint here, or type hello',
    wrong_key: 'This key does not fit. Please check it and try again.',
  },
}

/** @typedef {keyof typeof words} Language */
/** @typedef {keyof typeof words.id} Word */

/** @type {Language} */
let spoken = 'id'

/** One of the page's words, as it is spoken now. @param {Word} word */
export const tell = (word) => words[spoken][word]

/** The language the page speaks now. */
export const language = () => spoken

/** The word for what the server or the network said went wrong. @param {string} reason @returns {Word} */
export const wordFor = (reason) => (reason in words.id ? /** @type {Word} */ (reason) : 'trouble')

/** Speaks another language: every element marked with a word says it anew. @param {string} wanted */
export function speak(wanted) {
  if (!(wanted in words)) return
  spoken = /** @type {Language} */ (wanted)
  document.documentElement.lang = spoken
  localStorage.setItem('language', spoken)
  for (const element of document.querySelectorAll('[data-word]')) {
    element.textContent = tell(/** @type {Word} */ (element.getAttribute('data-word')))
  }
  for (const [mark, attribute] of [
    ['data-label', 'aria-label'],
    ['data-hint', 'placeholder'],
  ]) {
    for (const element of document.querySelectorAll(`[${mark}]`)) {
      element.setAttribute(`${attribute}`, tell(/** @type {Word} */ (element.getAttribute(`${mark}`))))
    }
  }
}
