-- Marks are HMACs that find what is sealed beside them; blobs are sealed; times are milliseconds since 1970.

create table desk (
  id integer primary key not null check (id = 1),
  proof blob not null,
  openings integer not null
) strict;

create table people (
  id text primary key not null,
  name blob,
  language text
) strict;

create table contacts (
  id text primary key not null,
  person text not null references people (id),
  channel text not null,
  mark text not null unique,
  address blob not null,
  heard_at integer not null,
  stopped integer not null,
  gone integer not null
) strict;
create index contacts_person on contacts (person, heard_at);

create table duties (
  id text primary key not null,
  person text not null references people (id),
  role text not null,
  agency text,
  since integer not null,
  seen_at integer not null,
  confirmed_at integer not null,
  reminded_at integer,
  ended_at integer
) strict;
create index duties_person on duties (person) where ended_at is null;
create index duties_role on duties (role, agency) where ended_at is null;

create table sessions (
  contact text primary key not null references contacts (id),
  body blob not null,
  touched integer,
  reminded integer not null
) strict;
create index sessions_touched on sessions (reminded, touched) where touched is not null;

create table inbox (
  seq integer primary key autoincrement not null,
  mark text not null unique,
  channel text not null,
  queue text not null,
  album text,
  message text,
  heard blob,
  at integer not null,
  due integer not null,
  state text not null,
  reason blob,
  ticket text
) strict;
create index inbox_waiting on inbox (seq, due) where state = 'waiting';
create index inbox_aside on inbox (seq) where state = 'aside';
create index inbox_done on inbox (due) where state = 'done';
create index inbox_album on inbox (album) where album is not null;
create index inbox_message on inbox (message, seq) where message is not null;

create table tickets (
  id text primary key not null,
  number text not null unique,
  version integer not null,
  status text not null,
  ending text,
  reporter text not null references people (id),
  contact text not null references contacts (id),
  kind text not null,
  category text not null,
  topic text not null,
  class text not null,
  area text,
  agency text not null,
  holder text,
  anonymous integer not null,
  secret integer not null,
  told blob not null,
  filed_at integer not null,
  paused_at integer,
  paused_days integer not null,
  rating integer,
  muted integer not null,
  changed_at integer not null
) strict;
create index tickets_reporter on tickets (reporter, filed_at);
create index tickets_open on tickets (agency, status) where status <> 'closed';

create table events (
  seq integer primary key autoincrement not null,
  ticket text not null references tickets (id),
  type text not null,
  at integer not null,
  person text,
  role text not null,
  agency text,
  text blob,
  files text,
  detail blob
) strict;
create index events_ticket on events (ticket, seq);

create table deadlines (
  ticket text not null references tickets (id),
  kind text not null,
  due integer not null,
  rule text not null,
  estimated integer not null,
  met_at integer,
  primary key (ticket, kind)
) strict;
create index deadlines_due on deadlines (kind, due) where met_at is null;

create table accused (
  ticket text not null references tickets (id),
  person text not null references people (id),
  at integer not null,
  primary key (ticket, person)
) strict;
create index accused_person on accused (person);

create table letters (
  seq integer primary key autoincrement not null,
  contact text not null references contacts (id),
  channel text not null,
  lane integer not null,
  letter blob not null,
  due integer not null,
  question integer not null,
  ticket text references tickets (id),
  state text not null,
  tries integer not null,
  sent_as text not null,
  sent_at integer,
  shown blob,
  seen_at integer,
  passed_on integer not null,
  reason blob
) strict;
create index letters_contact on letters (contact, state, seq);
create index letters_due on letters (channel, lane, due, seq) where state = 'waiting';
create index letters_unseen on letters (channel, sent_at) where state = 'sent' and lane = 1 and seen_at is null and not passed_on;

create table parts (
  mark text not null,
  letter integer not null,
  primary key (mark, letter)
) strict;

create table evidence (
  id text primary key not null,
  person text not null references people (id),
  contact text not null references contacts (id),
  ticket text references tickets (id),
  kind text not null,
  state text not null,
  at integer not null,
  source blob,
  file text,
  size integer,
  type text,
  reason text,
  shareable integer not null,
  due integer,
  tries integer
) strict;
create index evidence_person on evidence (person, at);
create index evidence_ticket on evidence (ticket, at) where ticket is not null;
create index evidence_file on evidence (file) where file is not null;
create index evidence_stray on evidence (at) where ticket is null;
create index evidence_pending on evidence (due) where state = 'pending';

create table codes (
  id text primary key not null,
  mark text not null unique,
  kind text not null,
  issuer text,
  contact text,
  role text,
  agency text,
  expires_at integer,
  used_at integer,
  used_by text
) strict;
create index codes_unused on codes (kind, contact) where used_at is null;

create table misses (
  seq integer primary key autoincrement not null,
  who text not null,
  at integer not null
) strict;
create index misses_who on misses (who, at);
create index misses_at on misses (at);

create table devices (
  mark text primary key not null,
  address blob not null
) strict;
