-- The 360: of whom something is asked about a round, until when, and what may be seen of it.
-- Nothing here says who answered what, or when: a person is tied to a link, never to a response.

create table asking (
    round_id uuid primary key,
    opens_on date not null,
    -- The last day on which somebody can answer.
    closes_on date not null,
    -- From how many people on a group is shown, fixed when asking began: 'leraar 3,collega 5'.
    floors varchar not null,
    -- The ids of the questionnaires of the round that others answer too, with commas between them.
    asked varchar not null,
    -- Whose school holidays hold: 'noord', 'midden' or 'zuid'.
    region varchar not null,
    -- Who receives the answers to a mail.
    reply_name varchar not null,
    reply_address varchar not null,
    -- Who hands the links out: 'mail', 'self' or 'second'.
    handed_out_by varchar not null,
    reminders smallint not null,
    reminded_on date
);

create table invitee (
    invitee_id uuid primary key,
    round_id uuid not null,
    rater_group varchar not null,
    name varchar not null,
    address varchar not null,
    -- Null until a link is made. It leads to the state of the link, not to answers.
    token_hash varchar,
    -- Ends mail about this round and opens nothing, so it need not be a secret of the link.
    unsubscribe_code varchar,
    message_id varchar,
    wants_mail boolean not null
);

create index invitee_of_round on invitee (round_id);

-- Somebody who looks at the list with the ib'er, by a link of their own.
create table second_person (
    round_id uuid primary key,
    name varchar not null,
    -- 'add', 'agree' or 'hand_out'
    task varchar not null,
    token_hash varchar not null,
    has_agreed boolean not null
);

-- Whether enough people of a group had answered on the morning of a day.
create table progress (
    round_id uuid not null,
    rater_group varchar not null,
    is_enough boolean not null,
    as_of date not null,
    primary key (round_id, rater_group)
);

-- What people wrote, apart from their answers.
create table remark (
    remark_id uuid primary key,
    round_id uuid not null,
    -- 'schoolleider', who is named, or 'others'
    perspective varchar not null,
    topic varchar not null,
    body varchar not null
);

create index remark_of_round on remark (round_id);

-- What others said, as it was fixed when asking ended: the only thing that shows it.
create table snapshot (
    round_id uuid primary key,
    figures varchar not null
);

-- Rounds in which others were asked before there were dates.
insert into asking
select
    r.round_id, current_date, current_date + 14, 'leraar 3,collega 3,bestuur 3,ouder 5',
    regexp_replace(r.asked, ' [0-9.]+', '', 'g'), 'midden', '', '', 'self', 0, null
from round r
where r.round_id in (select round_id from invitation);
